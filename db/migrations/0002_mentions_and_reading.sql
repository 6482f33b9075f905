CREATE TABLE `thread_read` (
	`thread_id` text NOT NULL,
	`user_id` text NOT NULL,
	`up_to` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `user_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
ALTER TABLE `comment` ADD `mentions` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
-- What was said before there were marks counts as read.
INSERT INTO `thread_read` (`thread_id`, `user_id`, `up_to`)
  SELECT `thread_id`, `user`.`id`, max(`comment`.`created_at`) FROM `comment` JOIN `user` GROUP BY `thread_id`, `user`.`id`;
