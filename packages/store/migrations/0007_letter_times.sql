ALTER TABLE "dead_letter" ALTER COLUMN "id" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD COLUMN "times" integer DEFAULT 1 NOT NULL;