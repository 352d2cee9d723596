CREATE TYPE "public"."demand_event_kind" AS ENUM('promotion', 'event');--> statement-breakpoint
CREATE TYPE "public"."movement_kind" AS ENUM('receipt', 'issue', 'transfer', 'adjustment', 'count');--> statement-breakpoint
CREATE TYPE "public"."policy_kind" AS ENUM('periodic', 'min-max', 'fixed-quantity', 'newsvendor');--> statement-breakpoint
CREATE TYPE "public"."service_kind" AS ENUM('cycle', 'fill', 'cost');--> statement-breakpoint
CREATE TYPE "public"."proposal_kind" AS ENUM('order', 'transfer', 'expedite');--> statement-breakpoint
CREATE TYPE "public"."proposal_state" AS ENUM('open', 'approved', 'rejected', 'superseded');--> statement-breakpoint
CREATE TYPE "public"."purchase_order_state" AS ENUM('draft', 'sent', 'confirmed', 'received', 'cancelled');--> statement-breakpoint
CREATE TABLE "demand_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"product" text NOT NULL,
	"warehouse" text,
	"kind" "demand_event_kind" NOT NULL,
	"name" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demand_forecast" (
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	"from_day" date NOT NULL,
	"days" integer NOT NULL,
	"mean" jsonb NOT NULL,
	"quantiles" jsonb NOT NULL,
	"cumulative" jsonb NOT NULL,
	"method" text NOT NULL,
	"demand_class" text NOT NULL,
	"season" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "demand_forecast_product_warehouse_computed_at_pk" PRIMARY KEY("product","warehouse","computed_at")
);
--> statement-breakpoint
CREATE TABLE "demand_history" (
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"day" date NOT NULL,
	"quantity" double precision NOT NULL,
	"in_stock" boolean NOT NULL,
	CONSTRAINT "demand_history_product_warehouse_day_pk" PRIMARY KEY("product","warehouse","day")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"sku" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"hs_code" text,
	"unit" text NOT NULL,
	"pack_size" integer NOT NULL,
	"minimum_order" integer NOT NULL,
	"shelf_life_days" integer,
	"cost_minor_units" bigint NOT NULL,
	"price_minor_units" bigint,
	"currency" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "warehouse" (
	"code" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_level" (
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"on_hand" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"looked_at" timestamp (3) with time zone,
	CONSTRAINT "stock_level_product_warehouse_pk" PRIMARY KEY("product","warehouse")
);
--> statement-breakpoint
CREATE TABLE "stock_movement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"kind" "movement_kind" NOT NULL,
	"change" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reference" text,
	"external_id" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_movement_once" UNIQUE("external_id","product","warehouse")
);
--> statement-breakpoint
CREATE TABLE "stock_reservation" (
	"id" text PRIMARY KEY NOT NULL,
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"quantity" integer NOT NULL,
	"reference" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supply_terms" (
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"supplier" text NOT NULL,
	"lead_time_days" double precision NOT NULL,
	"lead_time_sd_days" double precision NOT NULL,
	"review_days" integer NOT NULL,
	"policy" "policy_kind" NOT NULL,
	"service" "service_kind" NOT NULL,
	"service_level" double precision NOT NULL,
	"order_cost_minor_units" bigint NOT NULL,
	"holding_share" double precision NOT NULL,
	"shortage_cost_minor_units" bigint,
	"order_quantity" integer,
	"expedite_cost_minor_units" bigint,
	"expedite_saves_days" double precision,
	"transfer_cost_minor_units" bigint,
	"transfer_days" double precision,
	CONSTRAINT "supply_terms_product_warehouse_pk" PRIMARY KEY("product","warehouse")
);
--> statement-breakpoint
CREATE TABLE "purchase_order" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"state" "purchase_order_state" DEFAULT 'draft' NOT NULL,
	"proposal_id" uuid,
	"supplier" text NOT NULL,
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"quantity" integer NOT NULL,
	"cost_minor_units" bigint NOT NULL,
	"currency" text NOT NULL,
	"expected_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "purchase_order_number_unique" UNIQUE("number"),
	CONSTRAINT "purchase_order_proposal_id_unique" UNIQUE("proposal_id")
);
--> statement-breakpoint
CREATE TABLE "stock_plan" (
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	"policy" jsonb NOT NULL,
	"projection" jsonb NOT NULL,
	"stock_out_probability" double precision NOT NULL,
	"days_of_cover" double precision,
	"excess" integer NOT NULL,
	"is_dead" boolean NOT NULL,
	CONSTRAINT "stock_plan_product_warehouse_pk" PRIMARY KEY("product","warehouse")
);
--> statement-breakpoint
CREATE TABLE "stock_proposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "proposal_kind" NOT NULL,
	"product" text NOT NULL,
	"warehouse" text NOT NULL,
	"from_warehouse" text,
	"shipment_id" uuid,
	"quantity" integer NOT NULL,
	"cost_minor_units" bigint NOT NULL,
	"currency" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"effect" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" "proposal_state" DEFAULT 'open' NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decision_reason" text
);
--> statement-breakpoint
ALTER TABLE "shipment_item" ADD COLUMN "product" text;--> statement-breakpoint
ALTER TABLE "demand_event" ADD CONSTRAINT "demand_event_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_forecast" ADD CONSTRAINT "demand_forecast_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_forecast" ADD CONSTRAINT "demand_forecast_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_history" ADD CONSTRAINT "demand_history_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_history" ADD CONSTRAINT "demand_history_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warehouse" ADD CONSTRAINT "warehouse_code_location_code_fk" FOREIGN KEY ("code") REFERENCES "public"."location"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_terms" ADD CONSTRAINT "supply_terms_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_terms" ADD CONSTRAINT "supply_terms_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_proposal_id_stock_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."stock_proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_plan" ADD CONSTRAINT "stock_plan_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_plan" ADD CONSTRAINT "stock_plan_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_proposal" ADD CONSTRAINT "stock_proposal_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_proposal" ADD CONSTRAINT "stock_proposal_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_proposal" ADD CONSTRAINT "stock_proposal_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_proposal" ADD CONSTRAINT "stock_proposal_decided_by_app_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "demand_event_product" ON "demand_event" USING btree ("product","from_day");--> statement-breakpoint
CREATE INDEX "stock_movement_of" ON "stock_movement" USING btree ("product","warehouse","at");--> statement-breakpoint
CREATE INDEX "stock_reservation_of" ON "stock_reservation" USING btree ("product","warehouse");--> statement-breakpoint
CREATE INDEX "purchase_order_of" ON "purchase_order" USING btree ("product","warehouse");--> statement-breakpoint
CREATE INDEX "purchase_order_created" ON "purchase_order" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_proposal_one_open" ON "stock_proposal" USING btree ("product","warehouse","kind") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "stock_proposal_created" ON "stock_proposal" USING btree ("created_at","id");--> statement-breakpoint
ALTER TABLE "shipment_item" ADD CONSTRAINT "shipment_item_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shipment_item_product" ON "shipment_item" USING btree ("product");