PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_confirmed_figures` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`imported_post_id` text NOT NULL,
	`reach` integer,
	`likes` integer,
	`comments` integer,
	`saves` integer,
	`shares` integer,
	`views` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`imported_post_id`) REFERENCES `imported_post`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_confirmed_figures`("draft_id", "imported_post_id", "reach", "likes", "comments", "saves", "shares", "views", "at") SELECT "draft_id", "imported_post_id", "reach", "likes", "comments", "saves", "shares", "views", "at" FROM `confirmed_figures` WHERE "imported_post_id" IS NOT NULL;--> statement-breakpoint
DROP TABLE `confirmed_figures`;--> statement-breakpoint
ALTER TABLE `__new_confirmed_figures` RENAME TO `confirmed_figures`;--> statement-breakpoint
PRAGMA foreign_keys=ON;