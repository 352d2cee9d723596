import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** What is still to be paid of a placed order, as far as goods say: what has not come. In minor units of its currency. */
export type OpenAmount = { id: string; number: string; supplier: string; currency: string; orderedAt: Date; minorUnits: number }

/**
 * Orders that are placed and not over, the oldest first. A line counts for the share of it that has not come; what an order costs whatever
 * its size, until anything of it has. Drafts bind nobody and are left out, and so is what is open of nothing.
 */
export const openAmounts = async (db: Db): Promise<OpenAmount[]> => {
  const rows = await db.execute<Omit<OpenAmount, 'orderedAt' | 'minorUnits'> & { orderedAt: string; minorUnits: string }>(sql`
    select * from (
      select id, number, supplier, currency, ordered_at as "orderedAt",
        (select coalesce(sum(round(cost_minor_units::numeric * greatest(0, quantity - received) / quantity)), 0)
            + case when sum(received) > 0 then 0 else fixed_cost_minor_units end
          from purchase_order_line where order_id = purchase_order.id) as "minorUnits"
      from purchase_order where state in ('sent', 'confirmed') and ordered_at is not null) as open
    where "minorUnits" > 0
    order by "orderedAt", id`)
  return rows.map(({ orderedAt, minorUnits, ...row }) => ({ ...row, orderedAt: new Date(orderedAt), minorUnits: Number(minorUnits) }))
}
