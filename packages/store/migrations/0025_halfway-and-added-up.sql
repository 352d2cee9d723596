ALTER TABLE "eta" ADD COLUMN "added_up" jsonb;--> statement-breakpoint
ALTER TABLE "leg" ADD COLUMN "halfway_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "prediction_score" ADD COLUMN "added_up" jsonb;--> statement-breakpoint
ALTER TABLE "stage_outcome" ADD COLUMN "halfway_hours" double precision;