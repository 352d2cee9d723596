CREATE TABLE "shipment_contact" (
	"shipment_id" uuid PRIMARY KEY NOT NULL,
	"email_hash" text,
	"postcode_hash" text
);
--> statement-breakpoint
ALTER TABLE "shipment_contact" ADD CONSTRAINT "shipment_contact_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;