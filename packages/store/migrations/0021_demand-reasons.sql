-- Reasons are codes with facts from now on; the sentences of forecasts made before go with them, at the latest a day before the next.
UPDATE "demand_forecast" SET "reasons" = '[]' WHERE jsonb_typeof("reasons" -> 0) = 'string';
