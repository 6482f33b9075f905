CREATE TABLE `draft_checkpoint` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`name` text,
	`content_id` text NOT NULL,
	`parts` text NOT NULL,
	`authorship` text NOT NULL,
	`seq` integer NOT NULL,
	`open` integer NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `draft_checkpoint_draft` ON `draft_checkpoint` (`draft_id`,`at`);--> statement-breakpoint
ALTER TABLE `change_request` ADD `answer_anchor` text;--> statement-breakpoint
ALTER TABLE `draft` ADD `kept_seq` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `draft_version` ADD `authorship` text;
--> statement-breakpoint
CREATE TRIGGER `draft_checkpoint_is_frozen` BEFORE UPDATE OF `content_id`, `parts`, `authorship`, `seq`, `at` ON `draft_checkpoint` BEGIN SELECT RAISE(ABORT, 'a kept version is frozen'); END;
