CREATE TYPE "public"."transfer_state" AS ENUM('planned', 'under-way', 'arrived', 'cancelled');--> statement-breakpoint
CREATE TABLE "stock_transfer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"state" "transfer_state" DEFAULT 'planned' NOT NULL,
	"product" text NOT NULL,
	"from_warehouse" text NOT NULL,
	"to_warehouse" text NOT NULL,
	"quantity" integer NOT NULL,
	"arrived_quantity" integer,
	"cost_minor_units" bigint NOT NULL,
	"currency" text NOT NULL,
	"days" double precision NOT NULL,
	"proposal_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	"arrived_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_transfer_number_unique" UNIQUE("number"),
	CONSTRAINT "stock_transfer_proposal_id_unique" UNIQUE("proposal_id")
);
--> statement-breakpoint
ALTER TABLE "purchase_order_line" ADD COLUMN "sooner_days" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stock_proposal" ADD COLUMN "order_id" uuid;--> statement-breakpoint
ALTER TABLE "stock_transfer" ADD CONSTRAINT "stock_transfer_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_transfer" ADD CONSTRAINT "stock_transfer_from_warehouse_warehouse_code_fk" FOREIGN KEY ("from_warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_transfer" ADD CONSTRAINT "stock_transfer_to_warehouse_warehouse_code_fk" FOREIGN KEY ("to_warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_transfer" ADD CONSTRAINT "stock_transfer_proposal_id_stock_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."stock_proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stock_transfer_created" ON "stock_transfer" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "stock_transfer_to" ON "stock_transfer" USING btree ("product","to_warehouse");--> statement-breakpoint
CREATE INDEX "stock_transfer_from" ON "stock_transfer" USING btree ("product","from_warehouse");--> statement-breakpoint
ALTER TABLE "stock_proposal" ADD CONSTRAINT "stock_proposal_order_id_purchase_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."purchase_order"("id") ON DELETE set null ON UPDATE no action;