CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`workspace_id` text NOT NULL,
	`brief_id` text NOT NULL,
	`draft_id` text,
	`thread_id` text,
	`actor_id` text,
	`body` text,
	`at` integer NOT NULL,
	`read_at` integer,
	`mail_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `inbox_user` ON `inbox` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `inbox_mail` ON `inbox` (`mail_at`);--> statement-breakpoint
CREATE TABLE `reminder` (
	`draft_id` text NOT NULL,
	`user_id` text NOT NULL,
	`stage` text NOT NULL,
	`due` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `user_id`, `stage`, `due`),
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `telling_choice` (
	`user_id` text PRIMARY KEY NOT NULL,
	`waits` text NOT NULL,
	`talk` text NOT NULL,
	`rest` text NOT NULL,
	`signs_in` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
ALTER TABLE `link` ADD `path` text;--> statement-breakpoint
ALTER TABLE `notice` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `notice` ADD `tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `notice` ADD `tried_at` integer;--> statement-breakpoint
ALTER TABLE `notice` ADD `sign_in_to` text;--> statement-breakpoint
ALTER TABLE `notice` ADD `is_telling` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `notice_due` ON `notice` (`due_at`);