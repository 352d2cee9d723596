CREATE TYPE "public"."claim_decision" AS ENUM('upheld', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."claim_entry_kind" AS ENUM('opened', 'acknowledged', 'under-review', 'offered', 'accepted', 'rejected', 'appealed', 'settled', 'withdrawn', 'closed', 'comment', 'attachment', 'pack');--> statement-breakpoint
CREATE TYPE "public"."claim_kind" AS ENUM('damage', 'loss', 'shortage', 'delay', 'temperature', 'charge', 'score', 'other');--> statement-breakpoint
CREATE TYPE "public"."claim_state" AS ENUM('opened', 'acknowledged', 'under-review', 'offered', 'accepted', 'rejected', 'appealed', 'settled', 'withdrawn', 'closed');--> statement-breakpoint
ALTER TYPE "public"."partner_change_kind" ADD VALUE 'claim-opened';--> statement-breakpoint
ALTER TYPE "public"."partner_change_kind" ADD VALUE 'claim-upheld';--> statement-breakpoint
ALTER TYPE "public"."partner_change_kind" ADD VALUE 'claim-rejected';--> statement-breakpoint
ALTER TYPE "public"."partner_change_kind" ADD VALUE 'dispute-opened';--> statement-breakpoint
ALTER TYPE "public"."partner_change_kind" ADD VALUE 'dispute-upheld';--> statement-breakpoint
ALTER TYPE "public"."partner_change_kind" ADD VALUE 'dispute-rejected';--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"kind" "claim_kind" NOT NULL,
	"state" "claim_state" DEFAULT 'opened' NOT NULL,
	"partner_code" text NOT NULL,
	"shipment_id" uuid,
	"order_id" uuid,
	"evidence_id" text,
	"claimed_minor_units" bigint,
	"offered_minor_units" bigint,
	"agreed_minor_units" bigint,
	"currency" text,
	"description" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"late_at" timestamp (3) with time zone,
	"decision" "claim_decision",
	"decided_at" timestamp (3) with time zone,
	"entries" integer NOT NULL,
	"head" text NOT NULL,
	CONSTRAINT "claim_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "claim_entry" (
	"claim_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid,
	"partner" text,
	"kind" "claim_entry_kind" NOT NULL,
	"body" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "claim_entry_claim_id_sequence_pk" PRIMARY KEY("claim_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "claim_pack" (
	"claim_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"contents" text NOT NULL,
	CONSTRAINT "claim_pack_claim_id_sequence_pk" PRIMARY KEY("claim_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_order_id_purchase_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."purchase_order"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_entry" ADD CONSTRAINT "claim_entry_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_pack" ADD CONSTRAINT "claim_pack_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_opened" ON "claim" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "claim_partner" ON "claim" USING btree ("partner_code");--> statement-breakpoint
CREATE INDEX "claim_shipment" ON "claim" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "claim_due" ON "claim" USING btree ("due_at");