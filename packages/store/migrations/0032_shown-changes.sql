CREATE TABLE "shown_change" (
	"changed_in" "xid8" NOT NULL,
	"shipment_id" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shown_change_changed_in_shipment_id_pk" PRIMARY KEY("changed_in","shipment_id")
);
--> statement-breakpoint
CREATE INDEX "shown_change_age" ON "shown_change" USING btree ("changed_at");--> statement-breakpoint
CREATE FUNCTION "note_shown_shipment"("shipment_id" uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "shown_change" ("changed_in", "shipment_id") VALUES (pg_current_xact_id(), "shipment_id") ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
CREATE FUNCTION "note_shown_itself"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "note_shown_shipment"(OLD."id");
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "note_shown_part"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM "note_shown_shipment"(OLD."shipment_id"); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM "note_shown_shipment"(NEW."shipment_id"); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION "note_shown_everywhere"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "note_shown_shipment"('00000000-0000-0000-0000-000000000000');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "shown" AFTER UPDATE OR DELETE ON "shipment" FOR EACH ROW EXECUTE FUNCTION "note_shown_itself"();
--> statement-breakpoint
DO $$
DECLARE each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['tracking_link', 'leg', 'alert', 'assignment', 'delivery_proof', 'delivery_wish', 'news_subscription'] LOOP
    EXECUTE format('CREATE TRIGGER "shown" AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION "note_shown_part"()', each);
  END LOOP;
  FOREACH each IN ARRAY ARRAY['location', 'merchant', 'merchant_logo'] LOOP
    EXECUTE format('CREATE TRIGGER "shown" AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION "note_shown_everywhere"()', each);
  END LOOP;
  FOREACH each IN ARRAY ARRAY['shipment', 'tracking_link', 'leg', 'alert', 'assignment', 'delivery_proof', 'delivery_wish', 'news_subscription', 'location', 'merchant', 'merchant_logo'] LOOP
    EXECUTE format('CREATE TRIGGER "shown_emptied" AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION "note_shown_everywhere"()', each);
  END LOOP;
END $$;
