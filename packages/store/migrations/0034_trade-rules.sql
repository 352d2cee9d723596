CREATE TYPE "public"."trade_rule_kind" AS ENUM('valuation', 'duty', 'tax', 'excise', 'fee', 'de-minimis', 'prohibition', 'restriction', 'document');--> statement-breakpoint
CREATE TABLE "landed_cost_quote" (
	"id" uuid PRIMARY KEY NOT NULL,
	"made_by" uuid,
	"made_at" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"request" jsonb NOT NULL,
	"cost" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"idempotency_key" text,
	"body_hash" text
);
--> statement-breakpoint
CREATE TABLE "trade_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"kind" "trade_rule_kind" NOT NULL,
	"destination" text NOT NULL,
	"origins" text[] NOT NULL,
	"hs_prefix" text NOT NULL,
	"terms" jsonb NOT NULL,
	"source" text NOT NULL,
	"source_url" text,
	"is_example" boolean NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
ALTER TABLE "landed_cost_quote" ADD CONSTRAINT "landed_cost_quote_made_by_app_user_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_ended_by_app_user_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "landed_cost_quote_once" ON "landed_cost_quote" USING btree ("made_by","idempotency_key") WHERE idempotency_key is not null;--> statement-breakpoint
CREATE INDEX "landed_cost_quote_made" ON "landed_cost_quote" USING btree ("made_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "trade_rule_version" ON "trade_rule" USING btree ("key","version");--> statement-breakpoint
CREATE INDEX "trade_rule_place" ON "trade_rule" USING btree ("destination","hs_prefix");--> statement-breakpoint
CREATE INDEX "trade_rule_recorded" ON "trade_rule" USING btree ("recorded_at","id");