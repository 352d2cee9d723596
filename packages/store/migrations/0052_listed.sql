DROP INDEX "shipment_created";--> statement-breakpoint
CREATE INDEX "alert_wanting" ON "alert" USING btree ("opened_at","id","kind") WHERE closed_at is null and resolved_at is null;--> statement-breakpoint
CREATE INDEX "shipment_listed" ON "shipment" USING btree ("created_at","id","state","mode","carrier","miss_probability","lat","lon","origin_code","destination_code");