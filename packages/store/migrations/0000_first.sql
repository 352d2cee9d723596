CREATE TYPE "public"."alert_kind" AS ENUM('temperature', 'shock', 'stalled', 'off-route', 'silent-device', 'low-battery', 'late');--> statement-breakpoint
CREATE TYPE "public"."severity" AS ENUM('info', 'warning', 'critical');--> statement-breakpoint
CREATE TYPE "public"."location_kind" AS ENUM('port', 'airport', 'rail-terminal', 'border-crossing', 'warehouse', 'hub', 'address');--> statement-breakpoint
CREATE TYPE "public"."classifier" AS ENUM('PLN', 'EST', 'ACT');--> statement-breakpoint
CREATE TYPE "public"."milestone_code" AS ENUM('PICK', 'DEPA', 'ARRI', 'DROP', 'GTIN', 'GTOT', 'LOAD', 'DISC', 'INSP', 'CUSS', 'CUSI', 'CUSR');--> statement-breakpoint
CREATE TYPE "public"."milestone_source" AS ENUM('device', 'person', 'plan', 'model', 'partner');--> statement-breakpoint
CREATE TYPE "public"."incoterm" AS ENUM('EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF');--> statement-breakpoint
CREATE TYPE "public"."mode" AS ENUM('sea', 'air', 'road', 'rail', 'parcel');--> statement-breakpoint
CREATE TYPE "public"."party_role" AS ENUM('consignor', 'consignee', 'carrier', 'forwarder', 'broker', 'warehouse', 'marketplace', 'buyer');--> statement-breakpoint
CREATE TYPE "public"."shipment_state" AS ENUM('pending', 'info-received', 'in-transit', 'out-for-delivery', 'attempt-failed', 'available-for-pickup', 'delivered', 'exception', 'expired');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('admin', 'operator', 'viewer');--> statement-breakpoint
CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"kind" "alert_kind" NOT NULL,
	"severity" "severity" NOT NULL,
	"message" text NOT NULL,
	"facts" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dead_letter" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"topic" text NOT NULL,
	"payload" "bytea" NOT NULL,
	"reason" text NOT NULL,
	"detail" text,
	"device_id" text
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"device_id" text NOT NULL,
	"shipment_id" uuid NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text,
	"secret_hash" text NOT NULL,
	"report_interval_s" integer NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_latest" (
	"device_id" text PRIMARY KEY NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"position_at" timestamp (3) with time zone,
	"speed_kmh" double precision,
	"heading_deg" double precision,
	"temperature_c" double precision,
	"humidity_pct" double precision,
	"battery_pct" double precision
);
--> statement-breakpoint
CREATE TABLE "eta" (
	"shipment_id" uuid NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	"p10" timestamp (3) with time zone NOT NULL,
	"p50" timestamp (3) with time zone NOT NULL,
	"p90" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "eta_shipment_id_computed_at_pk" PRIMARY KEY("shipment_id","computed_at")
);
--> statement-breakpoint
CREATE TABLE "leg" (
	"shipment_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"mode" "mode" NOT NULL,
	"carrier" text NOT NULL,
	"vessel" text,
	"origin_code" text NOT NULL,
	"destination_code" text NOT NULL,
	"planned_departure" timestamp (3) with time zone NOT NULL,
	"planned_arrival" timestamp (3) with time zone NOT NULL,
	"estimated_departure" timestamp (3) with time zone,
	"estimated_arrival" timestamp (3) with time zone,
	"actual_departure" timestamp (3) with time zone,
	"actual_arrival" timestamp (3) with time zone,
	"route" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "leg_shipment_id_sequence_pk" PRIMARY KEY("shipment_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "location" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" "location_kind" NOT NULL,
	"country" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"zone" text NOT NULL,
	"geofence_radius_km" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"code" "milestone_code" NOT NULL,
	"classifier" "classifier" NOT NULL,
	"event_time" timestamp (3) with time zone NOT NULL,
	"record_time" timestamp (3) with time zone NOT NULL,
	"leg_sequence" integer,
	"location_code" text,
	"lat" double precision,
	"lon" double precision,
	"source" "milestone_source" NOT NULL,
	"corrects" uuid
);
--> statement-breakpoint
CREATE TABLE "reading" (
	"device_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"accuracy_m" double precision,
	"altitude_m" double precision,
	"speed_kmh" double precision,
	"heading_deg" double precision,
	"temperature_c" double precision,
	"humidity_pct" double precision,
	"shock_g" double precision,
	"light_lux" double precision,
	"pressure_hpa" double precision,
	"battery_pct" double precision,
	CONSTRAINT "reading_device_id_recorded_at_pk" PRIMARY KEY("device_id","recorded_at")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tracking_number" text NOT NULL,
	"reference" text,
	"incoterm" "incoterm" NOT NULL,
	"incoterm_place" text NOT NULL,
	"origin_code" text NOT NULL,
	"destination_code" text NOT NULL,
	"promised_at" timestamp (3) with time zone,
	"temperature_min_c" double precision,
	"temperature_max_c" double precision,
	"shock_max_g" double precision,
	"state" "shipment_state" DEFAULT 'info-received' NOT NULL,
	"current_leg" integer DEFAULT 1 NOT NULL,
	"mode" "mode",
	"carrier" text,
	"lat" double precision,
	"lon" double precision,
	"position_at" timestamp (3) with time zone,
	"speed_kmh" double precision,
	"heading_deg" double precision,
	"progress" double precision DEFAULT 0 NOT NULL,
	"eta_p10" timestamp (3) with time zone,
	"eta_p50" timestamp (3) with time zone,
	"eta_p90" timestamp (3) with time zone,
	"eta_computed_at" timestamp (3) with time zone,
	"tracked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shipment_tracking_number_unique" UNIQUE("tracking_number")
);
--> statement-breakpoint
CREATE TABLE "shipment_item" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"description" text NOT NULL,
	"hs_code" text NOT NULL,
	"quantity" integer NOT NULL,
	"value_minor_units" bigint NOT NULL,
	"currency" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipment_party" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"role" "party_role" NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tracking_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "app_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eta" ADD CONSTRAINT "eta_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leg" ADD CONSTRAINT "leg_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leg" ADD CONSTRAINT "leg_origin_code_location_code_fk" FOREIGN KEY ("origin_code") REFERENCES "public"."location"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leg" ADD CONSTRAINT "leg_destination_code_location_code_fk" FOREIGN KEY ("destination_code") REFERENCES "public"."location"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_origin_code_location_code_fk" FOREIGN KEY ("origin_code") REFERENCES "public"."location"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_destination_code_location_code_fk" FOREIGN KEY ("destination_code") REFERENCES "public"."location"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_item" ADD CONSTRAINT "shipment_item_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_party" ADD CONSTRAINT "shipment_party_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_link" ADD CONSTRAINT "tracking_link_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_one_open" ON "alert" USING btree ("shipment_id","kind") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "alert_shipment" ON "alert" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "alert_opened" ON "alert" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "dead_letter_reason" ON "dead_letter" USING btree ("reason","received_at");--> statement-breakpoint
CREATE INDEX "dead_letter_received" ON "dead_letter" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "assignment_device" ON "assignment" USING btree ("device_id","from");--> statement-breakpoint
CREATE INDEX "assignment_shipment" ON "assignment" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "milestone_shipment" ON "milestone" USING btree ("shipment_id","event_time");--> statement-breakpoint
CREATE UNIQUE INDEX "milestone_once" ON "milestone" USING btree ("shipment_id","code","classifier","leg_sequence") WHERE corrects is null and leg_sequence is not null;--> statement-breakpoint
CREATE INDEX "session_expires_at" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "shipment_position" ON "shipment" USING btree ("lat","lon");--> statement-breakpoint
CREATE INDEX "shipment_state_updated" ON "shipment" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "shipment_created" ON "shipment" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "shipment_reference" ON "shipment" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "shipment_item_shipment" ON "shipment_item" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "shipment_party_shipment" ON "shipment_party" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "tracking_link_shipment" ON "tracking_link" USING btree ("shipment_id");