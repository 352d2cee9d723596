ALTER TYPE "public"."role" ADD VALUE 'partner';--> statement-breakpoint
CREATE TABLE "purchase_order_confirmation" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "purchase_order_confirmation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" uuid NOT NULL,
	"product" text NOT NULL,
	"day" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid,
	"partner_code" text
);
--> statement-breakpoint
ALTER TABLE "purchase_order_line" ADD COLUMN "expected_said_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "partner_code" text;--> statement-breakpoint
ALTER TABLE "purchase_order_confirmation" ADD CONSTRAINT "purchase_order_confirmation_order_id_purchase_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."purchase_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_confirmation" ADD CONSTRAINT "purchase_order_confirmation_product_product_sku_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("sku") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_confirmation" ADD CONSTRAINT "purchase_order_confirmation_recorded_by_app_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."app_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_confirmation" ADD CONSTRAINT "purchase_order_confirmation_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "purchase_order_confirmation_of" ON "purchase_order_confirmation" USING btree ("order_id","product","id");--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "app_user_partner" ON "app_user" USING btree ("partner_code");--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_of_partner" CHECK (("app_user"."role"::text = 'partner') = ("app_user"."partner_code" is not null));