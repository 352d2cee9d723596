CREATE INDEX "leg_origin" ON "leg" USING btree ("origin_code","shipment_id");--> statement-breakpoint
CREATE INDEX "leg_destination" ON "leg" USING btree ("destination_code","shipment_id");