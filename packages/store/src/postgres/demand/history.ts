import type { StockKey } from '@lading/shared/contract/stock'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** `quantity` is null where there was nothing to sell, so that nobody knows what was asked for. */
export type HistoryDay = { day: string; quantity: number | null }

/**
 * What was asked for, every day from the first one that is known up to `until` (left out), at most two years, oldest first. What people said
 * counts; a day that nobody said anything of is the sum of its issues, and unknown where nothing was on hand at its end.
 */
export const demandHistory = async (db: Db, { product, warehouse }: StockKey, until: string): Promise<HistoryDay[]> => {
  const rows = await db.execute<{ day: string; quantity: number | null }>(sql`
    with told as (
      select day, quantity, in_stock from demand_history
      where product = ${product} and warehouse = ${warehouse} and day < ${until}::date
    ), moved as (
      select (at at time zone zone)::date as day,
        -sum(change) filter (where stock_movement.kind = 'issue') as issued, sum(change) as change
      from stock_movement join location on location.code = stock_movement.warehouse
      where product = ${product} and warehouse = ${warehouse} group by 1
    ), days as (
      select generate_series(
        greatest(least((select min(day) from told), (select min(day) from moved)), ${until}::date - 730), ${until}::date - 1, '1 day'
      )::date as day
    )
    select days.day::text as day,
      case
        when told.day is not null then case when in_stock then told.quantity end
        when moved.issued > 0 then moved.issued::float8
        when (select sum(change) from moved as before where before.day <= days.day) > 0 then 0::float8
      end as quantity
    from days left join told using (day) left join moved using (day)
    order by days.day`)
  return rows.map(({ day, quantity }) => ({ day, quantity }))
}
