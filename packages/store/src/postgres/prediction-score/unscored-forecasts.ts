import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** A forecast of demand whose first `days` days are over. `p10` to `p90` are of what is sold in all of them together. */
export type PassedForecast = {
  product: string
  warehouse: string
  computedAt: Date
  /** The first day that it is for. */
  from: string
  days: number
  p10: number
  p50: number
  p90: number
}

type Row = Omit<PassedForecast, 'computedAt'> & { computedAt: string }

/** What was forecast longer ago and could not be scored is left alone: the days were sold out, or nobody told what was sold. */
const lookBackDays = 90

/**
 * Forecasts that can be scored and were not, the newest days first, at most `limit`: of each day, each week and each four weeks the first
 * that was made at its beginning, so that no day counts twice for a horizon. Days are those of the warehouse.
 */
export const unscoredForecasts = async (db: Db, now: Date, limit: number): Promise<PassedForecast[]> => {
  const rows = await db.execute<Row>(sql`
    select * from (
      select distinct on (f.product, f.warehouse, f.from_day, h.days)
        f.product, f.warehouse, f.computed_at as "computedAt", f.from_day::text as "from", h.days,
        (f.cumulative -> '0.1' ->> (h.days - 1))::float8 as p10,
        (f.cumulative -> '0.5' ->> (h.days - 1))::float8 as p50,
        (f.cumulative -> '0.9' ->> (h.days - 1))::float8 as p90
      from demand_forecast f
      join location l on l.code = f.warehouse
      cross join (values (1), (7), (28)) h (days)
      where f.days >= h.days
        and (f.from_day - date '2024-01-01') % h.days = 0
        and f.from_day + h.days <= (${now.toISOString()}::timestamptz at time zone l.zone)::date
        and f.from_day > ${now.toISOString()}::timestamptz::date - ${lookBackDays}::int
      order by f.product, f.warehouse, f.from_day, h.days, f.computed_at
    ) passed
    where not exists (
      select 1 from prediction_score s
      where s.kind = 'demand' and s.key = passed.product || ' @ ' || passed.warehouse
        and s.made_at = passed."computedAt" and s.horizon = passed.days || ' d'
    )
    order by "from" desc, product, warehouse, days
    limit ${limit}`)
  return rows.map((row) => ({ ...row, computedAt: new Date(row.computedAt) }))
}
