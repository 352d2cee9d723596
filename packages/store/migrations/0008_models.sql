CREATE TYPE "public"."model_name" AS ENUM('arrival', 'customs', 'demand');--> statement-breakpoint
CREATE TABLE "model" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" "model_name" NOT NULL,
	"version" integer NOT NULL,
	"trained_at" timestamp (3) with time zone NOT NULL,
	"window_from" timestamp (3) with time zone,
	"window_to" timestamp (3) with time zone,
	"rows" integer NOT NULL,
	"metrics" jsonb NOT NULL,
	"state" jsonb,
	"in_use" boolean NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "model_version" ON "model" USING btree ("name","version");--> statement-breakpoint
CREATE UNIQUE INDEX "model_one_in_use" ON "model" USING btree ("name") WHERE in_use;