ALTER TABLE "hazard" ADD COLUMN "feed" text;--> statement-breakpoint
ALTER TABLE "hazard" ADD COLUMN "feed_key" text;--> statement-breakpoint
ALTER TABLE "hazard" ADD COLUMN "feed_part" integer;--> statement-breakpoint
ALTER TABLE "hazard" ADD CONSTRAINT "hazard_told" UNIQUE("feed","feed_key","feed_part");