CREATE TYPE "public"."risk_kind" AS ENUM('credit', 'logistics', 'information', 'legal', 'political', 'natural');--> statement-breakpoint
CREATE TYPE "public"."step_outcome" AS ENUM('done', 'skipped');--> statement-breakpoint
ALTER TYPE "public"."alert_kind" ADD VALUE 'risk';--> statement-breakpoint
ALTER TYPE "public"."alert_kind" ADD VALUE 'drill';--> statement-breakpoint
CREATE TABLE "playbook" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"steps" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "playbook_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "playbook_run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"alert_id" uuid NOT NULL,
	"playbook_id" uuid,
	"name" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by" uuid,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "playbook_run_once" UNIQUE("alert_id","playbook_id")
);
--> statement-breakpoint
CREATE TABLE "playbook_run_step" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"owner" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"outcome" "step_outcome",
	"settled_at" timestamp (3) with time zone,
	"settled_by" uuid,
	"note" text,
	CONSTRAINT "playbook_run_step_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "warning_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" "risk_kind",
	"open_at" double precision NOT NULL,
	"close_at" double precision NOT NULL,
	"severity" "severity" NOT NULL,
	"quiet" jsonb,
	"escalate_after_minutes" integer,
	"playbook_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "warning_rule_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "playbook" ADD CONSTRAINT "playbook_updated_by_app_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_run" ADD CONSTRAINT "playbook_run_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_run" ADD CONSTRAINT "playbook_run_playbook_id_playbook_id_fk" FOREIGN KEY ("playbook_id") REFERENCES "public"."playbook"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_run" ADD CONSTRAINT "playbook_run_started_by_app_user_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_run_step" ADD CONSTRAINT "playbook_run_step_run_id_playbook_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."playbook_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_run_step" ADD CONSTRAINT "playbook_run_step_settled_by_app_user_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warning_rule" ADD CONSTRAINT "warning_rule_playbook_id_playbook_id_fk" FOREIGN KEY ("playbook_id") REFERENCES "public"."playbook"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warning_rule" ADD CONSTRAINT "warning_rule_updated_by_app_user_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "playbook_run_alert" ON "playbook_run" USING btree ("alert_id");