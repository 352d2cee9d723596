CREATE TYPE "public"."partner_submission_state" AS ENUM('open', 'accepted', 'refused');--> statement-breakpoint
ALTER TYPE "public"."partner_change_kind" ADD VALUE 'document-submitted' BEFORE 'suspended';--> statement-breakpoint
ALTER TYPE "public"."partner_change_kind" ADD VALUE 'document-refused' BEFORE 'suspended';--> statement-breakpoint
CREATE TABLE "partner_submission" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"partner_code" text NOT NULL,
	"kind" "partner_document_kind" NOT NULL,
	"number" text,
	"valid_from" date,
	"valid_until" date,
	"note" text,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" uuid,
	"state" "partner_submission_state" DEFAULT 'open' NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "partner_submission" ADD CONSTRAINT "partner_submission_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_submission" ADD CONSTRAINT "partner_submission_submitted_by_app_user_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_submission" ADD CONSTRAINT "partner_submission_decided_by_app_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_submission_partner" ON "partner_submission" USING btree ("partner_code","state");