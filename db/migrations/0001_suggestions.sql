CREATE TABLE `suggestion` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`draft_id` text,
	`author_id` text NOT NULL,
	`side` text NOT NULL,
	`span` text NOT NULL,
	`slice` text NOT NULL,
	`schema_version` integer NOT NULL,
	`base_seq` integer NOT NULL,
	`status` text NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "suggestion_status" CHECK(status in ('open', 'accepted', 'kept', 'withdrawn'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `suggestion_draft` ON `suggestion` (`draft_id`);--> statement-breakpoint
CREATE INDEX `suggestion_brief` ON `suggestion` (`brief_id`);
--> statement-breakpoint
CREATE TRIGGER `suggestion_answer_is_final` BEFORE UPDATE OF `status`, `span`, `slice` ON `suggestion` WHEN old.status <> 'open' BEGIN SELECT RAISE(ABORT, 'an answered suggestion is final'); END;
