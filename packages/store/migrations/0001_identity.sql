CREATE TABLE "gateway_device" (
	"gateway_id" text NOT NULL,
	"device_id" text NOT NULL,
	CONSTRAINT "gateway_device_gateway_id_device_id_pk" PRIMARY KEY("gateway_id","device_id")
);
--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "revoked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gateway_device" ADD CONSTRAINT "gateway_device_gateway_id_device_id_fk" FOREIGN KEY ("gateway_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gateway_device" ADD CONSTRAINT "gateway_device_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;