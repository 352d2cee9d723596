CREATE TYPE "public"."alert_event_kind" AS ENUM('acknowledged', 'assigned', 'snoozed', 'woken', 'resolved', 'reopened', 'commented', 'worsened', 'eased', 'returned');--> statement-breakpoint
CREATE TYPE "public"."resolution" AS ENUM('fixed', 'accepted', 'handed-over', 'false-alarm', 'duplicate');--> statement-breakpoint
CREATE TABLE "alert_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alert_id" uuid NOT NULL,
	"kind" "alert_event_kind" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid,
	"note" text,
	"until" timestamp (3) with time zone,
	"assignee" uuid,
	"resolution" "resolution",
	"severity" "severity"
);
--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "acknowledged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "acknowledged_by" uuid;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "assigned_to" uuid;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "resolved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "resolved_by" uuid;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "resolution" "resolution";--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "set_aside" jsonb;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "comments" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_by_app_user_id_fk" FOREIGN KEY ("by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_assignee_app_user_id_fk" FOREIGN KEY ("assignee") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_event_alert" ON "alert_event" USING btree ("alert_id","id");--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_acknowledged_by_app_user_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_assigned_to_app_user_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_resolved_by_app_user_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;