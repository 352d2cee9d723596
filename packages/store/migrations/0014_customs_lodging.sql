ALTER TABLE "customs_entry" ADD COLUMN "missing_at_lodging" text[];--> statement-breakpoint
CREATE INDEX "customs_entry_created" ON "customs_entry" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "customs_entry_with_customs" ON "customs_entry" USING btree ("shipment_id") WHERE state not in ('draft', 'released');