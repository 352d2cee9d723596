ALTER TABLE "eta" ADD COLUMN "miss_probability" double precision;--> statement-breakpoint
ALTER TABLE "eta" ADD COLUMN "stages" jsonb;--> statement-breakpoint
ALTER TABLE "shipment" ADD COLUMN "miss_probability" double precision;--> statement-breakpoint
ALTER TABLE "shipment" ADD COLUMN "eta_stages" jsonb;