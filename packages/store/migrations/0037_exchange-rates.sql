CREATE TABLE "exchange_rate" (
	"base" text NOT NULL,
	"currency" text NOT NULL,
	"date" date NOT NULL,
	"source" text NOT NULL,
	"rate" numeric NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exchange_rate_base_currency_date_source_pk" PRIMARY KEY("base","currency","date","source")
);
--> statement-breakpoint
CREATE INDEX "exchange_rate_day" ON "exchange_rate" USING btree ("base","date");