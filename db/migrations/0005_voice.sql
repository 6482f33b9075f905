CREATE TABLE `voice` (
	`user_id` text PRIMARY KEY NOT NULL,
	`card` text,
	`shown` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `voice_caption` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`text` text NOT NULL,
	`origin` text NOT NULL,
	`features` text NOT NULL,
	`added_at` integer NOT NULL,
	`place` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `voice_caption_user` ON `voice_caption` (`user_id`,`added_at`);
