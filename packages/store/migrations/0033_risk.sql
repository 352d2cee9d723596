CREATE TYPE "public"."country_event_kind" AS ENUM('unrest', 'conflict', 'sanctions', 'strike', 'election', 'border-closure', 'other');--> statement-breakpoint
CREATE TYPE "public"."report_claim" AS ENUM('departed', 'arrived', 'delivered', 'temperature');--> statement-breakpoint
CREATE TABLE "country_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"country" text NOT NULL,
	"kind" "country_event_kind" NOT NULL,
	"severity" "severity" NOT NULL,
	"title" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone,
	"source" text,
	"reference" text,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "country_index" (
	"name" text NOT NULL,
	"country" text NOT NULL,
	"of" date NOT NULL,
	"value" double precision NOT NULL,
	"best" double precision NOT NULL,
	"worst" double precision NOT NULL,
	"source" text NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "country_index_name_country_of_pk" PRIMARY KEY("name","country","of")
);
--> statement-breakpoint
CREATE TABLE "risk_history" (
	"shipment_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"base" double precision,
	"probability" double precision,
	"scores" jsonb NOT NULL,
	CONSTRAINT "risk_history_shipment_id_at_pk" PRIMARY KEY("shipment_id","at")
);
--> statement-breakpoint
CREATE TABLE "shipment_report" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"claim" "report_claim" NOT NULL,
	"event_time" timestamp (3) with time zone NOT NULL,
	"record_time" timestamp (3) with time zone NOT NULL,
	"role" "party_role" NOT NULL,
	"party" text NOT NULL,
	"leg_sequence" integer,
	"temperature_c" double precision,
	"reference" text,
	"recorded_by" uuid,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "shipment_risk" (
	"shipment_id" uuid PRIMARY KEY NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"base" double precision,
	"probability" double precision,
	"scores" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"removals" jsonb NOT NULL,
	"rank" double precision NOT NULL
);
--> statement-breakpoint
ALTER TABLE "country_event" ADD CONSTRAINT "country_event_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "country_event" ADD CONSTRAINT "country_event_updated_by_app_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_history" ADD CONSTRAINT "risk_history_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_report" ADD CONSTRAINT "shipment_report_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_report" ADD CONSTRAINT "shipment_report_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_risk" ADD CONSTRAINT "shipment_risk_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "country_event_created" ON "country_event" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "shipment_report_shipment" ON "shipment_report" USING btree ("shipment_id","event_time");--> statement-breakpoint
CREATE INDEX "shipment_risk_rank" ON "shipment_risk" USING btree ("rank");--> statement-breakpoint
CREATE INDEX "shipment_risk_asked" ON "shipment_risk" USING btree ("shipment_id") WHERE asked > answered;