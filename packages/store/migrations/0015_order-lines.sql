CREATE TABLE "purchase_order_line" (
	"order_id" uuid NOT NULL,
	"product" text NOT NULL,
	"quantity" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"cost_minor_units" bigint NOT NULL,
	"expected_at" timestamp (3) with time zone NOT NULL,
	"is_promised" boolean DEFAULT false NOT NULL,
	"proposal_id" uuid,
	CONSTRAINT "purchase_order_line_order_id_product_pk" PRIMARY KEY("order_id","product"),
	CONSTRAINT "purchase_order_line_proposal_id_unique" UNIQUE("proposal_id")
);
--> statement-breakpoint
CREATE TABLE "purchase_order_receipt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" uuid NOT NULL,
	"product" text NOT NULL,
	"quantity" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"external_id" text NOT NULL,
	"is_booked" boolean NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "purchase_order_receipt_once" UNIQUE("order_id","external_id","product")
);
--> statement-breakpoint
ALTER TABLE "purchase_order" DROP CONSTRAINT "purchase_order_proposal_id_unique";--> statement-breakpoint
ALTER TABLE "purchase_order" DROP CONSTRAINT "purchase_order_proposal_id_stock_proposal_id_fk";
--> statement-breakpoint
ALTER TABLE "purchase_order" DROP CONSTRAINT "purchase_order_product_product_sku_fk";
--> statement-breakpoint
DROP INDEX "purchase_order_of";--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "fixed_cost_minor_units" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "purchase_order" ALTER COLUMN "fixed_cost_minor_units" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "ordered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_order_id_purchase_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."purchase_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_proposal_id_stock_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."stock_proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_receipt" ADD CONSTRAINT "purchase_order_receipt_order_id_purchase_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."purchase_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_receipt" ADD CONSTRAINT "purchase_order_receipt_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "purchase_order_line_product" ON "purchase_order_line" USING btree ("product");--> statement-breakpoint
CREATE INDEX "purchase_order_supplier" ON "purchase_order" USING btree ("supplier","ordered_at");--> statement-breakpoint
-- Every order had one product until now. When it was placed nobody noted: its making is the nearest to it.
INSERT INTO "purchase_order_line" ("order_id", "product", "quantity", "received", "cost_minor_units", "expected_at", "proposal_id")
SELECT "id", "product", "quantity", CASE WHEN "state" = 'received' THEN "quantity" ELSE 0 END, "cost_minor_units", "expected_at", "proposal_id"
FROM "purchase_order";--> statement-breakpoint
UPDATE "purchase_order" SET "ordered_at" = "created_at" WHERE "state" NOT IN ('draft', 'cancelled');--> statement-breakpoint
ALTER TABLE "purchase_order" DROP COLUMN "proposal_id";--> statement-breakpoint
ALTER TABLE "purchase_order" DROP COLUMN "product";--> statement-breakpoint
ALTER TABLE "purchase_order" DROP COLUMN "quantity";--> statement-breakpoint
ALTER TABLE "purchase_order" DROP COLUMN "cost_minor_units";--> statement-breakpoint
ALTER TABLE "purchase_order" DROP COLUMN "expected_at";