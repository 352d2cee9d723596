CREATE TABLE "device_ledger" (
	"device_id" text PRIMARY KEY NOT NULL,
	"received" bigint NOT NULL,
	"stored" bigint NOT NULL,
	"late" bigint NOT NULL,
	"repeated" bigint NOT NULL,
	"last_received_at" timestamp (3) with time zone NOT NULL,
	"clock_skew_s" double precision
);
--> statement-breakpoint
CREATE TABLE "device_rejection" (
	"device_id" text NOT NULL,
	"reason" text NOT NULL,
	"count" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "device_rejection_device_id_reason_pk" PRIMARY KEY("device_id","reason")
);
--> statement-breakpoint
ALTER TABLE "device_ledger" ADD CONSTRAINT "device_ledger_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_rejection" ADD CONSTRAINT "device_rejection_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;