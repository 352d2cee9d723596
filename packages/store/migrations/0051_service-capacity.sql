ALTER TABLE "service" ADD COLUMN "capacity_kg" double precision;--> statement-breakpoint
ALTER TABLE "service" ADD COLUMN "capacity_m3" double precision;