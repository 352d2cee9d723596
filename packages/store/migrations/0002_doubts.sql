ALTER TABLE "device_latest" ADD COLUMN "doubted_lat" double precision;--> statement-breakpoint
ALTER TABLE "device_latest" ADD COLUMN "doubted_lon" double precision;--> statement-breakpoint
ALTER TABLE "device_latest" ADD COLUMN "doubted_at" timestamp (3) with time zone;