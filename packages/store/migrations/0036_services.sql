CREATE TABLE "service" (
	"code" text PRIMARY KEY NOT NULL,
	"mode" "mode" NOT NULL,
	"carrier" text NOT NULL,
	"origin_code" text NOT NULL,
	"destination_code" text NOT NULL,
	"departures" jsonb,
	"hours_p10" double precision,
	"hours_p50" double precision NOT NULL,
	"hours_p90" double precision,
	"currency" text,
	"per_shipment_minor_units" bigint,
	"per_tonne_minor_units" bigint,
	"per_cubic_metre_minor_units" bigint,
	"co2e_grams_per_tonne_km" double precision,
	"co2e_source" text,
	"distance_km" double precision,
	"valid_from" timestamp (3) with time zone,
	"valid_until" timestamp (3) with time zone,
	"source" text,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_origin_code_location_code_fk" FOREIGN KEY ("origin_code") REFERENCES "public"."location"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_destination_code_location_code_fk" FOREIGN KEY ("destination_code") REFERENCES "public"."location"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "service_origin" ON "service" USING btree ("origin_code");