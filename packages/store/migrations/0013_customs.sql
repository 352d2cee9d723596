CREATE TYPE "public"."customs_channel" AS ENUM('released', 'documents', 'examination');--> statement-breakpoint
CREATE TYPE "public"."customs_state" AS ENUM('draft', 'lodged', 'accepted', 'documents-required', 'examination', 'detained', 'released', 'refused');--> statement-breakpoint
CREATE TABLE "clearance_outcome" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "clearance_outcome_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"country" text NOT NULL,
	"office" text,
	"hs_code" text,
	"mode" "mode",
	"party" text,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"cleared_at" timestamp (3) with time zone NOT NULL,
	"channel" "customs_channel" NOT NULL,
	"missing_documents" text[] DEFAULT '{}' NOT NULL,
	"restrictions" text[] DEFAULT '{}' NOT NULL,
	"source" "outcome_source" NOT NULL,
	"shipment_id" uuid,
	CONSTRAINT "clearance_outcome_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "clearance_prediction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"leg_sequence" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"p10" double precision NOT NULL,
	"p50" double precision NOT NULL,
	"p90" double precision NOT NULL,
	"naive" double precision,
	"channels" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customs_entry" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"leg_sequence" integer NOT NULL,
	"country" text NOT NULL,
	"office" text,
	"reference" text,
	"declarant" text,
	"state" "customs_state" DEFAULT 'draft' NOT NULL,
	"channel" "customs_channel",
	"required_documents" text[] DEFAULT '{}' NOT NULL,
	"present_documents" text[] DEFAULT '{}' NOT NULL,
	"restrictions" text[] DEFAULT '{}' NOT NULL,
	"lodged_at" timestamp (3) with time zone,
	"state_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customs_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"entry_id" uuid NOT NULL,
	"state" "customs_state" NOT NULL,
	"event_time" timestamp (3) with time zone NOT NULL,
	"record_time" timestamp (3) with time zone NOT NULL,
	"source" "milestone_source" NOT NULL,
	"recorded_by" uuid,
	"documents" text[] DEFAULT '{}' NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "customs_figures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"country" text NOT NULL,
	"year" integer NOT NULL,
	"border_hours" double precision,
	"document_hours" double precision,
	"customs_score" double precision,
	"source" text NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customs_office" (
	"code" text PRIMARY KEY NOT NULL,
	"hours" jsonb NOT NULL,
	"closed_on_holidays" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clearance_outcome" ADD CONSTRAINT "clearance_outcome_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_prediction" ADD CONSTRAINT "clearance_prediction_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customs_entry" ADD CONSTRAINT "customs_entry_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customs_event" ADD CONSTRAINT "customs_event_entry_id_customs_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."customs_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customs_event" ADD CONSTRAINT "customs_event_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customs_office" ADD CONSTRAINT "customs_office_code_location_code_fk" FOREIGN KEY ("code") REFERENCES "public"."location"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clearance_prediction_of" ON "clearance_prediction" USING btree ("shipment_id","leg_sequence","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "customs_entry_once" ON "customs_entry" USING btree ("shipment_id","leg_sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "customs_event_once" ON "customs_event" USING btree ("entry_id","state","event_time");--> statement-breakpoint
CREATE UNIQUE INDEX "customs_figures_once" ON "customs_figures" USING btree ("country","year","source");