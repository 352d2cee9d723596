CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "shipment_search" (
	"shipment_id" uuid PRIMARY KEY NOT NULL,
	"names" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shipment_search" ADD CONSTRAINT "shipment_search_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE FUNCTION "keep_shipment_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "shipment_search" ("shipment_id", "names")
  VALUES (NEW."id", concat_ws(' ', NEW."tracking_number", NEW."reference", array_to_string(NEW."containers", ' ')))
  ON CONFLICT ("shipment_id") DO UPDATE SET "names" = excluded."names";
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "shipment_named" AFTER INSERT OR UPDATE OF "tracking_number", "reference", "containers" ON "shipment"
FOR EACH ROW EXECUTE FUNCTION "keep_shipment_search"();
--> statement-breakpoint
INSERT INTO "shipment_search" ("shipment_id", "names")
SELECT "id", concat_ws(' ', "tracking_number", "reference", array_to_string("containers", ' ')) FROM "shipment";
--> statement-breakpoint
CREATE INDEX "shipment_search_names" ON "shipment_search" USING gin ("names" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "assignment_device_parts" ON "assignment" USING gin ("device_id" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "shipment_party_consignee_parts" ON "shipment_party" USING gin ("name" gin_trgm_ops) WHERE "shipment_party"."role" = 'consignee';