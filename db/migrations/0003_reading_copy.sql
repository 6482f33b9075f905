CREATE TABLE `reading_copy` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`language` text NOT NULL,
	`texts` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	FOREIGN KEY (`version_id`) REFERENCES `draft_version`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reading_copy_once` ON `reading_copy` (`version_id`,`language`,`user_id`);