CREATE TABLE "quoted_rule" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quoted_rule_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"hash" "bytea" NOT NULL,
	"rule" jsonb NOT NULL,
	CONSTRAINT "quoted_rule_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "told_version" (
	"name" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE FUNCTION "note_told"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "told_version" ("name", "version") VALUES (TG_TABLE_NAME, pg_current_xact_id()::text)
  ON CONFLICT ("name") DO UPDATE SET "version" = excluded."version";
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "told" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "trade_rule" FOR EACH STATEMENT EXECUTE FUNCTION "note_told"();--> statement-breakpoint
CREATE TRIGGER "told" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "exchange_rate" FOR EACH STATEMENT EXECUTE FUNCTION "note_told"();--> statement-breakpoint
ALTER TABLE "landed_cost_quote" ADD COLUMN "rule_ids" integer[];--> statement-breakpoint
INSERT INTO "quoted_rule" ("hash", "rule")
  SELECT DISTINCT ON (sha256(convert_to(value::text, 'UTF8'))) sha256(convert_to(value::text, 'UTF8')), value
  FROM "landed_cost_quote", jsonb_array_elements("rules");--> statement-breakpoint
UPDATE "landed_cost_quote" SET "rule_ids" = array(
  SELECT "quoted_rule"."id" FROM jsonb_array_elements("rules") WITH ORDINALITY AS told ("value", "at")
  JOIN "quoted_rule" ON "hash" = sha256(convert_to("value"::text, 'UTF8')) ORDER BY "at");--> statement-breakpoint
ALTER TABLE "landed_cost_quote" ALTER COLUMN "rule_ids" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "landed_cost_quote" DROP COLUMN "rules";
