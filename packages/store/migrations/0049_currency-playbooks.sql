ALTER TABLE "playbook_run" ALTER COLUMN "alert_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "playbook_run" ADD COLUMN "currency" text;--> statement-breakpoint
CREATE UNIQUE INDEX "playbook_run_currency" ON "playbook_run" USING btree ("currency","playbook_id") WHERE finished_at is null;--> statement-breakpoint
ALTER TABLE "playbook_run" ADD CONSTRAINT "playbook_run_subject" CHECK (num_nonnulls("playbook_run"."alert_id", "playbook_run"."currency") = 1);