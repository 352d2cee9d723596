ALTER TABLE "dead_letter" ADD COLUMN "whole" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD COLUMN "replay_requested_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "dead_letter_device" ON "dead_letter" USING btree ("device_id","received_at");--> statement-breakpoint
CREATE INDEX "dead_letter_replay" ON "dead_letter" USING btree ("received_at") WHERE replay_requested_at is not null;