CREATE TYPE "public"."outcome_source" AS ENUM('live', 'import');--> statement-breakpoint
CREATE TYPE "public"."stage_kind" AS ENUM('leg', 'dwell', 'border', 'handover');--> statement-breakpoint
CREATE TABLE "stage_outcome" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stage_outcome_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"kind" "stage_kind" NOT NULL,
	"mode" text,
	"carrier" text,
	"origin" text,
	"destination" text,
	"started_at" timestamp (3) with time zone,
	"planned_hours" double precision,
	"distance_km" double precision,
	"features" jsonb NOT NULL,
	"actual_hours" double precision NOT NULL,
	"source" "outcome_source" NOT NULL,
	"shipment_id" uuid,
	"leg_sequence" integer,
	CONSTRAINT "stage_outcome_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "stage_outcome" ADD CONSTRAINT "stage_outcome_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stage_outcome_shipment" ON "stage_outcome" USING btree ("shipment_id");