CREATE TABLE "currency_snooze" (
	"currency" text PRIMARY KEY NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"change" double precision NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid
);
--> statement-breakpoint
ALTER TABLE "currency_snooze" ADD CONSTRAINT "currency_snooze_set_by_app_user_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;