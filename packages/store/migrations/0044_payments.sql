CREATE TYPE "public"."payment_provider" AS ENUM('sandbox', 'stripe');--> statement-breakpoint
CREATE TYPE "public"."payment_state" AS ENUM('due', 'checkout-opened', 'paid', 'failed', 'expired', 'refund-requested', 'partly-refunded', 'refunded');--> statement-breakpoint
CREATE TYPE "public"."refund_state" AS ENUM('requested', 'done', 'failed');--> statement-breakpoint
CREATE TABLE "duty_bill" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"leg_sequence" integer,
	"currency" text NOT NULL,
	"lines" jsonb NOT NULL,
	"total" bigint NOT NULL,
	"due_until" date,
	"quote_id" uuid,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bill_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"provider" "payment_provider" NOT NULL,
	"state" "payment_state" NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	"minor_units" bigint NOT NULL,
	"currency" text NOT NULL,
	"checkout" text,
	"charge" text,
	"checkout_url" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payment_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"provider" "payment_provider" NOT NULL,
	"event_id" text NOT NULL,
	"payment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"minor_units" bigint,
	"currency" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"became" "payment_state"
);
--> statement-breakpoint
CREATE TABLE "payment_offer" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"percent" text NOT NULL,
	"fixed_minor_units" bigint NOT NULL,
	"fixed_currency" text NOT NULL,
	"margin_percent" text NOT NULL,
	"settlement_days" integer NOT NULL,
	"currencies" text[] DEFAULT '{}' NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"state" "refund_state" NOT NULL,
	"minor_units" bigint NOT NULL,
	"reason" text NOT NULL,
	"reference" text,
	"idempotency_key" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"requested_by" uuid,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "duty_bill" ADD CONSTRAINT "duty_bill_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_bill" ADD CONSTRAINT "duty_bill_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_bill_id_duty_bill_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."duty_bill"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_event" ADD CONSTRAINT "payment_event_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_requested_by_app_user_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "duty_bill_standing" ON "duty_bill" USING btree ("shipment_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "duty_bill_of" ON "duty_bill" USING btree ("shipment_id","recorded_at");--> statement-breakpoint
CREATE INDEX "payment_of" ON "payment" USING btree ("shipment_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_open" ON "payment" USING btree ("bill_id") WHERE state = 'checkout-opened';--> statement-breakpoint
CREATE UNIQUE INDEX "payment_event_once" ON "payment_event" USING btree ("provider","event_id");--> statement-breakpoint
CREATE INDEX "payment_event_of" ON "payment_event" USING btree ("payment_id","id");--> statement-breakpoint
CREATE INDEX "refund_of" ON "refund" USING btree ("payment_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_once" ON "refund" USING btree ("payment_id","idempotency_key") WHERE idempotency_key is not null;--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER "append_only" BEFORE UPDATE ON "payment_event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
DO $$
DECLARE each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['duty_bill', 'payment', 'refund'] LOOP
    EXECUTE format('CREATE TRIGGER "shown" AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION "note_shown_part"()', each);
    EXECUTE format('CREATE TRIGGER "shown_emptied" AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION "note_shown_everywhere"()', each);
  END LOOP;
END $$;
