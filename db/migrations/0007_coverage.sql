CREATE TABLE `coverage_judgement` (
	`draft_id` text NOT NULL,
	`point_id` text NOT NULL,
	`verdict` text NOT NULL,
	`hash` text NOT NULL,
	`anchor` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `point_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `draft`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "coverage_verdict" CHECK(verdict in ('confirmed', 'questioned'))
) STRICT;
