CREATE TABLE "merchant" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"accent_light" text,
	"accent_dark" text,
	"support_url" text,
	"privacy_url" text,
	"embed_origins" text[] DEFAULT '{}' NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "merchant_logo" (
	"merchant_code" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"hash" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shipment" ADD COLUMN "merchant_code" text;--> statement-breakpoint
ALTER TABLE "merchant_logo" ADD CONSTRAINT "merchant_logo_merchant_code_merchant_code_fk" FOREIGN KEY ("merchant_code") REFERENCES "public"."merchant"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "merchant_default" ON "merchant" USING btree ("is_default") WHERE is_default;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_merchant_code_merchant_code_fk" FOREIGN KEY ("merchant_code") REFERENCES "public"."merchant"("code") ON DELETE set null ON UPDATE no action;