CREATE TYPE "public"."prediction_kind" AS ENUM('arrival', 'clearance', 'demand');--> statement-breakpoint
CREATE TABLE "backtest" (
	"run_id" uuid NOT NULL,
	"part" text NOT NULL,
	"group_name" text NOT NULL,
	"figures" jsonb,
	"beside" jsonb NOT NULL,
	"tested_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "backtest_run_id_part_group_name_pk" PRIMARY KEY("run_id","part","group_name")
);
--> statement-breakpoint
CREATE TABLE "model_run" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"model" "model_name" NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"parts" integer,
	"failed" boolean DEFAULT false NOT NULL,
	"outcome" text,
	"version" integer
);
--> statement-breakpoint
CREATE TABLE "prediction_score" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "prediction_kind" NOT NULL,
	"key" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"horizon_hours" double precision NOT NULL,
	"horizon" text NOT NULL,
	"lane" text,
	"mode" text,
	"carrier" text,
	"country" text,
	"product" text,
	"warehouse" text,
	"p10" double precision NOT NULL,
	"p50" double precision NOT NULL,
	"p90" double precision NOT NULL,
	"actual" double precision NOT NULL,
	"naive" double precision,
	"actual_at" timestamp (3) with time zone NOT NULL,
	"scored_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "model" ALTER COLUMN "state" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "backtest" ADD CONSTRAINT "backtest_run_id_model_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."model_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backtest_run" ON "backtest" USING btree ("run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "model_run_one_at_a_time" ON "model_run" USING btree ("model") WHERE finished_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "prediction_score_once" ON "prediction_score" USING btree ("kind","key","made_at","horizon");--> statement-breakpoint
CREATE INDEX "prediction_score_window" ON "prediction_score" USING btree ("kind","actual_at");