import type { StockKey } from '@lading/shared/contract/stock'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** When demand was known first and last, of anything anywhere, days that people told of and issues alike; null where none is. */
export const knownDays = async (db: Db): Promise<{ from: string; until: string } | null> => {
  const [row] = await db.execute<{ from: string | null; until: string | null }>(sql`
    select min(first)::text as from, max(last)::text as until from (
      select min(day) as first, max(day) as last from demand_history
      union all select min(at)::date, max(at)::date from stock_movement where kind = 'issue'
    ) as each`)
  return row?.from && row.until ? { from: row.from, until: row.until } : null
}

/** Products in warehouses that demand is known of, at most `limit`: a sample that does not change from one time to the next. */
export const sampleOfDemand = async (db: Db, limit: number): Promise<StockKey[]> =>
  db.execute<StockKey>(sql`
    select product, warehouse from stock_level
    where exists (select 1 from demand_history known where known.product = stock_level.product and known.warehouse = stock_level.warehouse)
      or exists (
        select 1 from stock_movement moved
        where moved.product = stock_level.product and moved.warehouse = stock_level.warehouse and kind = 'issue'
      )
    order by md5(product || ' @ ' || warehouse) limit ${limit}`)
