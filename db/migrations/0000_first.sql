CREATE TABLE `access_token` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `access_token_secretHash_unique` ON `access_token` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `agreement` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_creator_id` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`method` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`brief_creator_id`) REFERENCES `brief_creator`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agreement_once` ON `agreement` (`brief_creator_id`,`version`);--> statement-breakpoint
CREATE TABLE `brief` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`title` text NOT NULL,
	`brand_name` text NOT NULL,
	`product` text DEFAULT '' NOT NULL,
	`languages` text NOT NULL,
	`time_zone` text NOT NULL,
	`guidelines_open` integer DEFAULT false NOT NULL,
	`rounds` integer DEFAULT 2 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `brief_workspace` ON `brief` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `brief_creator` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`user_id` text NOT NULL,
	`handle` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`note` text,
	`fee` text DEFAULT '' NOT NULL,
	`product` text DEFAULT '' NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`terms` text DEFAULT '' NOT NULL,
	`invited_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `brief_creator_once` ON `brief_creator` (`brief_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `brief_creator_user` ON `brief_creator` (`user_id`);--> statement-breakpoint
CREATE TABLE `brief_member` (
	`brief_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `user_id`),
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `brief_member_user` ON `brief_member` (`user_id`);--> statement-breakpoint
CREATE TABLE `change_request` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`body` text NOT NULL,
	`target` text NOT NULL,
	`answer` text,
	`answer_note` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `change_request_ordinal` ON `change_request` (`decision_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`user_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `comment_thread` ON `comment` (`thread_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`version_id` text,
	`approval_id` text,
	`event` text NOT NULL,
	`side` text NOT NULL,
	`user_id` text NOT NULL,
	`user_name` text NOT NULL,
	`method` text NOT NULL,
	`at` integer NOT NULL,
	`body` text,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `draft_version`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `decision_draft` ON `decision` (`draft_id`,`at`);--> statement-breakpoint
CREATE TABLE `deliverable` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`platform` text NOT NULL,
	`format` text NOT NULL,
	`language` text NOT NULL,
	`seen_in` text NOT NULL,
	`call_to_action` text DEFAULT '' NOT NULL,
	`draft_due` integer,
	`review_due` integer,
	`publish_due` integer,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliverable_ordinal` ON `deliverable` (`brief_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `device_code` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `document` (
	`name` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`epoch` text NOT NULL,
	`acl_epoch` integer DEFAULT 0 NOT NULL,
	`schema_version` integer NOT NULL,
	`last_seq` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `document_brief` ON `document` (`brief_id`);--> statement-breakpoint
CREATE TABLE `document_client` (
	`document` text NOT NULL,
	`client_id` integer NOT NULL,
	`user_id` text NOT NULL,
	`suggestion_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`document`, `client_id`),
	FOREIGN KEY (`document`) REFERENCES `document`(`name`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `document_snapshot` (
	`document` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`state` blob NOT NULL,
	PRIMARY KEY(`document`, `seq`),
	FOREIGN KEY (`document`) REFERENCES `document`(`name`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `document_update` (
	`document` text NOT NULL,
	`seq` integer NOT NULL,
	`user_id` text NOT NULL,
	`connection_id` text NOT NULL,
	`at` integer NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`document`, `seq`),
	FOREIGN KEY (`document`) REFERENCES `document`(`name`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`deliverable_id` text NOT NULL,
	`creator_id` text NOT NULL,
	`open` integer DEFAULT false NOT NULL,
	`status` text NOT NULL,
	`round` integer DEFAULT 0 NOT NULL,
	`extra_rounds` integer DEFAULT 0 NOT NULL,
	`writing_at` integer,
	`published_url` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`deliverable_id`) REFERENCES `deliverable`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`creator_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_once` ON `draft` (`deliverable_id`,`creator_id`);--> statement-breakpoint
CREATE INDEX `draft_brief` ON `draft` (`brief_id`);--> statement-breakpoint
CREATE INDEX `draft_creator` ON `draft` (`creator_id`);--> statement-breakpoint
CREATE TABLE `draft_version` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`n` integer NOT NULL,
	`round` integer NOT NULL,
	`content_id` text NOT NULL,
	`approval_id` text NOT NULL,
	`parts` text NOT NULL,
	`subject` text NOT NULL,
	`guidelines_version` integer NOT NULL,
	`seq` integer NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_version_n` ON `draft_version` (`draft_id`,`n`);--> statement-breakpoint
CREATE TABLE `event` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`workspace_id` text NOT NULL,
	`brief_id` text,
	`draft_id` text,
	`audience` text NOT NULL,
	`to_user_id` text,
	`actor_id` text,
	`at` integer NOT NULL,
	`body` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_brief` ON `event` (`brief_id`,`seq`);--> statement-breakpoint
CREATE TABLE `file` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`hash` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`name` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `file_once` ON `file` (`draft_id`,`hash`);--> statement-breakpoint
CREATE INDEX `file_hash` ON `file` (`hash`);--> statement-breakpoint
CREATE TABLE `guidelines_version` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`n` integer NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`structure` text NOT NULL,
	`change` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`published_by` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guidelines_version_n` ON `guidelines_version` (`brief_id`,`n`);--> statement-breakpoint
CREATE TABLE `link` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`purpose` text NOT NULL,
	`user_id` text,
	`workspace_id` text,
	`brief_id` text,
	`role` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `link_secretHash_unique` ON `link` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `link_user` ON `link` (`user_id`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`to_user_id` text,
	`to_email` text,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`secret` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`failed_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `notice_workspace` ON `notice` (`workspace_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `proof` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`version_id` text NOT NULL,
	`content` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `draft_version`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `proof_versionId_unique` ON `proof` (`version_id`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`method` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `thread` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`draft_id` text,
	`audience` text NOT NULL,
	`anchor` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_by` text,
	`resolved_at` integer,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "thread_audience" CHECK(audience in ('brand', 'everyone'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `thread_draft` ON `thread` (`draft_id`);--> statement-breakpoint
CREATE INDEX `thread_brief` ON `thread` (`brief_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`kind` text DEFAULT 'brand' NOT NULL,
	`locale` text DEFAULT 'en' NOT NULL,
	`calendar` text DEFAULT 'gregory' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `workspace_member` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `workspace_member_user` ON `workspace_member` (`user_id`);
--> statement-breakpoint
CREATE TRIGGER `decision_is_final` BEFORE UPDATE ON `decision` BEGIN SELECT RAISE(ABORT, 'a decision is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `decision_stays` BEFORE DELETE ON `decision` BEGIN SELECT RAISE(ABORT, 'a decision is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `draft_version_is_frozen` BEFORE UPDATE ON `draft_version` BEGIN SELECT RAISE(ABORT, 'a sent version is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `guidelines_version_is_frozen` BEFORE UPDATE ON `guidelines_version` BEGIN SELECT RAISE(ABORT, 'a published version is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER `thread_audience_is_final` BEFORE UPDATE OF `audience` ON `thread` BEGIN SELECT RAISE(ABORT, 'the audience of a thread never changes'); END;
