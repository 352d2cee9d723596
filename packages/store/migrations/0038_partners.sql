CREATE TYPE "public"."partner_evidence_source" AS ENUM('leg', 'history', 'shipment', 'order', 'alert', 'customs', 'claim', 'person', 'import');--> statement-breakpoint
CREATE TYPE "public"."screening_hit_state" AS ENUM('open', 'confirmed', 'false');--> statement-breakpoint
CREATE TYPE "public"."partner_aspect" AS ENUM('on-time', 'damage', 'excursions', 'claims', 'disputes', 'payment', 'data-quality');--> statement-breakpoint
CREATE TYPE "public"."partner_change_kind" AS ENUM('added', 'changed', 'document-added', 'document-removed', 'suspended', 'reinstated', 'hit-found', 'hit-decided', 'evidence-recorded');--> statement-breakpoint
CREATE TYPE "public"."partner_document_kind" AS ENUM('registration', 'operating-licence', 'insurance', 'agreement', 'broker-licence', 'aeo', 'quality-certificate', 'bank-details', 'other');--> statement-breakpoint
CREATE TYPE "public"."partner_role" AS ENUM('supplier', 'carrier', 'forwarder', 'broker', 'warehouse', 'marketplace', 'buyer');--> statement-breakpoint
CREATE TABLE "partner" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"country" text NOT NULL,
	"roles" "partner_role"[] NOT NULL,
	"identifiers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"review_due" date,
	"suspended_at" timestamp (3) with time zone,
	"suspended_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "partner_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"partner_code" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid,
	"kind" "partner_change_kind" NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_document" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"partner_code" text NOT NULL,
	"kind" "partner_document_kind" NOT NULL,
	"number" text,
	"valid_from" date,
	"valid_until" date,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"partner_code" text NOT NULL,
	"aspect" "partner_aspect" NOT NULL,
	"is_good" boolean NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"source" "partner_evidence_source" NOT NULL,
	"external_id" text,
	"shipment_id" uuid,
	"order_id" uuid,
	"note" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "partner_evidence_once" UNIQUE("partner_code","external_id")
);
--> statement-breakpoint
CREATE TABLE "partner_score" (
	"partner_code" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"score" double precision NOT NULL,
	"low" double precision NOT NULL,
	"high" double precision NOT NULL,
	"kind_score" double precision NOT NULL,
	"aspects" jsonb NOT NULL,
	CONSTRAINT "partner_score_partner_code_at_pk" PRIMARY KEY("partner_code","at")
);
--> statement-breakpoint
CREATE TABLE "sanctions_list" (
	"code" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"published_on" date NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" uuid
);
--> statement-breakpoint
CREATE TABLE "sanctions_name" (
	"list_code" text NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"note" text,
	"tokens" text NOT NULL,
	CONSTRAINT "sanctions_name_list_code_ref_name_pk" PRIMARY KEY("list_code","ref","name")
);
--> statement-breakpoint
CREATE TABLE "screening_hit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"partner_code" text NOT NULL,
	"partner_name" text NOT NULL,
	"list_code" text NOT NULL,
	"ref" text NOT NULL,
	"list_name" text NOT NULL,
	"note" text,
	"similarity" double precision NOT NULL,
	"state" "screening_hit_state" DEFAULT 'open' NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"is_listed" boolean DEFAULT true NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decision_note" text
);
--> statement-breakpoint
ALTER TABLE "partner_change" ADD CONSTRAINT "partner_change_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_change" ADD CONSTRAINT "partner_change_by_app_user_id_fk" FOREIGN KEY ("by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_document" ADD CONSTRAINT "partner_document_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_evidence" ADD CONSTRAINT "partner_evidence_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_evidence" ADD CONSTRAINT "partner_evidence_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_evidence" ADD CONSTRAINT "partner_evidence_order_id_purchase_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."purchase_order"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_evidence" ADD CONSTRAINT "partner_evidence_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_score" ADD CONSTRAINT "partner_score_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions_list" ADD CONSTRAINT "sanctions_list_imported_by_app_user_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions_name" ADD CONSTRAINT "sanctions_name_list_code_sanctions_list_code_fk" FOREIGN KEY ("list_code") REFERENCES "public"."sanctions_list"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_hit" ADD CONSTRAINT "screening_hit_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_hit" ADD CONSTRAINT "screening_hit_decided_by_app_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_change_partner" ON "partner_change" USING btree ("partner_code","id");--> statement-breakpoint
CREATE INDEX "partner_document_partner" ON "partner_document" USING btree ("partner_code");--> statement-breakpoint
CREATE INDEX "partner_evidence_at" ON "partner_evidence" USING btree ("partner_code","at");--> statement-breakpoint
CREATE INDEX "sanctions_name_parts" ON "sanctions_name" USING gin ("tokens" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "screening_hit_once" ON "screening_hit" USING btree ("partner_code","list_code","ref");--> statement-breakpoint
CREATE INDEX "leg_carrier" ON "leg" USING btree (lower("carrier"));