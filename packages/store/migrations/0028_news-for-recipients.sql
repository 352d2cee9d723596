CREATE TABLE "news_message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subscription_id" uuid NOT NULL,
	"key" text NOT NULL,
	"news" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "news_message_once" UNIQUE("subscription_id","key")
);
--> statement-breakpoint
CREATE TABLE "news_request" (
	"address_hash" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "news_subscription" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"secret_hash" text NOT NULL,
	"kinds" text[] NOT NULL,
	"window_hours" integer NOT NULL,
	"language" text NOT NULL,
	"locale" text NOT NULL,
	"asked" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"link_hash" text,
	"undeliverable_at" timestamp (3) with time zone,
	"told" jsonb,
	"looks" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "news_subscription_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "news_subscription_address" UNIQUE("shipment_id","address_hash")
);
--> statement-breakpoint
ALTER TABLE "tracking_link" ADD COLUMN "by_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "news_message" ADD CONSTRAINT "news_message_subscription_id_news_subscription_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."news_subscription"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_subscription" ADD CONSTRAINT "news_subscription_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_subscription" ADD CONSTRAINT "news_subscription_link_hash_tracking_link_token_hash_fk" FOREIGN KEY ("link_hash") REFERENCES "public"."tracking_link"("token_hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "news_message_due" ON "news_message" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "news_request_address" ON "news_request" USING btree ("address_hash","asked_at");--> statement-breakpoint
CREATE INDEX "news_subscription_link" ON "news_subscription" USING btree ("link_hash");