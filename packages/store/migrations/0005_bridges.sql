CREATE TABLE "broker_bridge" (
	"name" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"topic_filters" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
