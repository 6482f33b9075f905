CREATE TABLE `channel` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`platform` text NOT NULL,
	`handle` text DEFAULT '' NOT NULL,
	`followers` integer,
	`followers_at` integer,
	`follows` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `channel_once` ON `channel` (`user_id`,`platform`);--> statement-breakpoint
CREATE TABLE `confirmed_figures` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`imported_post_id` text,
	`reach` integer,
	`likes` integer,
	`comments` integer,
	`saves` integer,
	`shares` integer,
	`views` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`imported_post_id`) REFERENCES `imported_post`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE TABLE `engagement_weights` (
	`workspace_id` text PRIMARY KEY NOT NULL,
	`weights` text NOT NULL,
	`changed_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `erasure` (
	`user_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `fit_done` (
	`brief_id` text NOT NULL,
	`user_id` text NOT NULL,
	`rater_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `user_id`, `rater_id`),
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rater_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `fit_mark` (
	`brief_id` text NOT NULL,
	`user_id` text NOT NULL,
	`rater_id` text NOT NULL,
	`row_id` text NOT NULL,
	`score` integer NOT NULL,
	`evidence` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `user_id`, `rater_id`, `row_id`),
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rater_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "fit_mark_score" CHECK(score between 1 and 5)
) STRICT;
--> statement-breakpoint
CREATE TABLE `fit_sheet` (
	`brief_id` text PRIMARY KEY NOT NULL,
	`sheet` text NOT NULL,
	`changed_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `imported_post` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`import_id` text NOT NULL,
	`platform` text NOT NULL,
	`key` text NOT NULL,
	`published_at` integer NOT NULL,
	`kind` text NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`permalink` text DEFAULT '' NOT NULL,
	`likes` integer,
	`comments` integer,
	`saves` integer,
	`shares` integer,
	`views` integer,
	`reach` integer,
	`followers` integer,
	`sponsored` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_id`) REFERENCES `post_import`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `imported_post_once` ON `imported_post` (`user_id`,`platform`,`key`);--> statement-breakpoint
CREATE INDEX `imported_post_user` ON `imported_post` (`user_id`,`published_at`);--> statement-breakpoint
CREATE INDEX `imported_post_import` ON `imported_post` (`import_id`);--> statement-breakpoint
CREATE TABLE `overlap_count` (
	`brief_id` text NOT NULL,
	`a_user_id` text NOT NULL,
	`b_user_id` text NOT NULL,
	`followers_a` integer NOT NULL,
	`followers_b` integer NOT NULL,
	`common` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `a_user_id`, `b_user_id`),
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`a_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`b_user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `overlap_hashes` (
	`round_id` text NOT NULL,
	`user_id` text NOT NULL,
	`hashes` blob NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `user_id`),
	FOREIGN KEY (`round_id`) REFERENCES `overlap_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `overlap_round` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`salt` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `overlap_round_brief` ON `overlap_round` (`brief_id`);--> statement-breakpoint
CREATE TABLE `personality` (
	`brief_id` text NOT NULL,
	`subject` text NOT NULL,
	`rater_id` text NOT NULL,
	`facets` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`brief_id`, `subject`, `rater_id`),
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`rater_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `planned_points` (
	`brief_id` text NOT NULL,
	`user_id` text NOT NULL,
	`deliverable_id` text NOT NULL,
	`points` text NOT NULL,
	PRIMARY KEY(`brief_id`, `user_id`, `deliverable_id`),
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`deliverable_id`) REFERENCES `deliverable`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `post_import` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`posts` integer NOT NULL,
	`added` integer NOT NULL,
	`skipped` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `post_import_user` ON `post_import` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `recent_figures` (
	`user_id` text NOT NULL,
	`platform` text NOT NULL,
	`posts` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `platform`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `roster_creator` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `roster_creator_user` ON `roster_creator` (`user_id`);--> statement-breakpoint
CREATE TABLE `shown_to` (
	`user_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `workspace_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "shown_to_what" CHECK(what in ('figures', 'posts'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `shown_to_workspace` ON `shown_to` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `style_picture` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`brief_id` text,
	`hash` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`name` text NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`place` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "style_picture_whose" CHECK((user_id is null) <> (brief_id is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `style_picture_user` ON `style_picture` (`user_id`,`place`);--> statement-breakpoint
CREATE INDEX `style_picture_brief` ON `style_picture` (`brief_id`,`place`);--> statement-breakpoint
CREATE INDEX `style_picture_hash` ON `style_picture` (`hash`);
--> statement-breakpoint
DROP TRIGGER `decision_is_final`;
--> statement-breakpoint
CREATE TRIGGER `decision_is_final` BEFORE UPDATE OF `id`, `draft_id`, `version_id`, `approval_id`, `event`, `side`, `user_id`, `method`, `at`, `body` ON `decision` BEGIN SELECT RAISE(ABORT, 'a decision is append-only'); END;
