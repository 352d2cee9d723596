ALTER TYPE "public"."alert_kind" ADD VALUE 'free-time' BEFORE 'geofence-entered';--> statement-breakpoint
CREATE TABLE "customs_entry_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "customs_entry_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
ALTER TABLE "customs_entry" ADD COLUMN "broker" text;--> statement-breakpoint
ALTER TABLE "customs_entry" ADD COLUMN "documents_valid_until" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customs_entry" ADD COLUMN "last_free_day" date;--> statement-breakpoint
ALTER TABLE "customs_entry" ADD COLUMN "free_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customs_entry_change" ADD CONSTRAINT "customs_entry_change_entry_id_customs_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."customs_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customs_entry_change" ADD CONSTRAINT "customs_entry_change_changed_by_app_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customs_entry_change_of" ON "customs_entry_change" USING btree ("entry_id","id");