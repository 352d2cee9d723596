ALTER TYPE "public"."alert_kind" ADD VALUE 'declaration' BEFORE 'free-time';--> statement-breakpoint
ALTER TABLE "shipment_item" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "shipment_item" ADD COLUMN "weight_kg" double precision;--> statement-breakpoint
CREATE INDEX "shipment_item_subheading" ON "shipment_item" USING btree (left("hs_code", 6));--> statement-breakpoint
CREATE INDEX "shipment_item_words" ON "shipment_item" USING gin ("description" gin_trgm_ops);