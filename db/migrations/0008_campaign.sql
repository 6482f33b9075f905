CREATE TABLE `client_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`client_link_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`version_id` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`client_link_id`) REFERENCES `client_link`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `client_comment_draft` ON `client_comment` (`draft_id`,`at`);--> statement-breakpoint
CREATE TABLE `client_link` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`name` text NOT NULL,
	`shows` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_link_secretHash_unique` ON `client_link` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `client_link_brief` ON `client_link` (`brief_id`);--> statement-breakpoint
CREATE TABLE `contract` (
	`brief_creator_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`name` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`brief_creator_id`) REFERENCES `brief_creator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `delivery` (
	`brief_creator_id` text PRIMARY KEY NOT NULL,
	`variant` text DEFAULT '' NOT NULL,
	`address` text,
	`carrier` text DEFAULT '' NOT NULL,
	`tracking` text DEFAULT '' NOT NULL,
	`sent_at` integer,
	`arrived_at` integer,
	`erased_at` integer,
	FOREIGN KEY (`brief_creator_id`) REFERENCES `brief_creator`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `feed` (
	`user_id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feed_secretHash_unique` ON `feed` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `idea` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`point_id` text,
	`picture` text,
	`state` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`sent_at` integer,
	`answered_by` text,
	`answered_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "idea_state" CHECK(state in ('writing', 'sent', 'asked', 'go'))
);
--> statement-breakpoint
CREATE TABLE `live_post` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`caption` text,
	`caption_at` integer,
	`reach` integer,
	`likes` integer,
	`comments` integer,
	`saves` integer,
	`screenshot` text,
	`figures_at` integer,
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_view_person` ON `saved_view` (`brief_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `shoot_day` (
	`id` text PRIMARY KEY NOT NULL,
	`brief_id` text NOT NULL,
	`place` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`brief_id`) REFERENCES `brief`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `shoot_day_brief` ON `shoot_day` (`brief_id`);--> statement-breakpoint
CREATE TABLE `shoot_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`shoot_day_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`brief_creator_id` text,
	`taken_at` integer,
	FOREIGN KEY (`shoot_day_id`) REFERENCES `shoot_day`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`brief_creator_id`) REFERENCES `brief_creator`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `shoot_slot_day` ON `shoot_slot` (`shoot_day_id`);--> statement-breakpoint
ALTER TABLE `agreement` ADD `deal` text;--> statement-breakpoint
ALTER TABLE `brief` ADD `place` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `brief` ADD `needs_clearance` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `brief` ADD `from_brief_id` text;--> statement-breakpoint
ALTER TABLE `brief_creator` ADD `link` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `brief_creator` ADD `rights` text;--> statement-breakpoint
ALTER TABLE `brief_creator` ADD `exclusivity` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `brief_creator` ADD `payment` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `brief_creator` ADD `paid_on` integer;--> statement-breakpoint
ALTER TABLE `brief_creator` ADD `posts` text;--> statement-breakpoint
ALTER TABLE `brief_creator` ADD `replaced_by` text;--> statement-breakpoint
ALTER TABLE `brief_creator` ADD `nudged_at` integer;--> statement-breakpoint
ALTER TABLE `deliverable` ADD `idea_first` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `draft` ADD `draft_due` integer;--> statement-breakpoint
ALTER TABLE `draft` ADD `review_due` integer;--> statement-breakpoint
ALTER TABLE `draft` ADD `publish_due` integer;