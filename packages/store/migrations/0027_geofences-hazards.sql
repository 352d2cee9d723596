CREATE TYPE "public"."area_colour" AS ENUM('blue', 'green', 'orange', 'purple', 'yellow', 'grey');--> statement-breakpoint
CREATE TYPE "public"."hazard_kind" AS ENUM('storm', 'flood', 'earthquake', 'wildfire', 'volcano', 'strike', 'conflict', 'closure', 'other');--> statement-breakpoint
ALTER TYPE "public"."alert_kind" ADD VALUE 'geofence-entered';--> statement-breakpoint
ALTER TYPE "public"."alert_kind" ADD VALUE 'geofence-left';--> statement-breakpoint
ALTER TYPE "public"."alert_kind" ADD VALUE 'geofence-dwell';--> statement-breakpoint
ALTER TYPE "public"."alert_kind" ADD VALUE 'hazard-ahead';--> statement-breakpoint
CREATE TABLE "geofence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"colour" "area_colour" NOT NULL,
	"area" jsonb NOT NULL,
	"modes" jsonb NOT NULL,
	"carriers" jsonb NOT NULL,
	"alerts" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "geofence_visit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "geofence_visit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"shipment_id" uuid NOT NULL,
	"geofence_id" uuid NOT NULL,
	"entered_after" timestamp (3) with time zone,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"left_after" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "hazard" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "hazard_kind" NOT NULL,
	"severity" "severity" NOT NULL,
	"title" text NOT NULL,
	"area" jsonb NOT NULL,
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
ALTER TABLE "geofence" ADD CONSTRAINT "geofence_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "geofence" ADD CONSTRAINT "geofence_updated_by_app_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "geofence_visit" ADD CONSTRAINT "geofence_visit_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "geofence_visit" ADD CONSTRAINT "geofence_visit_geofence_id_geofence_id_fk" FOREIGN KEY ("geofence_id") REFERENCES "public"."geofence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard" ADD CONSTRAINT "hazard_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard" ADD CONSTRAINT "hazard_updated_by_app_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "geofence_name" ON "geofence" USING btree ("name") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "geofence_created" ON "geofence" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "geofence_updated" ON "geofence" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "geofence_visit_shipment" ON "geofence_visit" USING btree ("shipment_id","entered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "geofence_visit_open" ON "geofence_visit" USING btree ("geofence_id","shipment_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "hazard_created" ON "hazard" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "hazard_updated" ON "hazard" USING btree ("updated_at");