import type { PastDelivery } from '@lading/shared/domain/supply'
import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** Older ones say little of how a supplier is now, and the newest are enough. */
const lookBack = '2 years'
const linesMax = 300
/** The standard normal's distance between its first and last decile. */
const deciles = 2.563

/**
 * How long the lines of orders of a supplier took, delivery by delivery, and of what is open when a live shipment that carries it (its
 * reference is the number of the order) is to arrive, or else how long it has taken so far.
 */
export const pastDeliveries = async (db: Db, supplier: string, now: Date): Promise<PastDelivery[]> => {
  const at = now.toISOString()
  // What was expedited would have taken longer.
  const daysTo = (instant: ReturnType<typeof sql>) => sql`extract(epoch from ${instant} - ordered_at)::float8 / 86400 + sooner_days`
  return db.execute<PastDelivery>(sql`
    with line as (
      select purchase_order.id, number, purchase_order.warehouse, ordered_at, state, line.product, quantity, received, sooner_days,
        greatest(quantity, received)::float8 as whole, lead_time_days as "agreedDays"
      from purchase_order join purchase_order_line line on line.order_id = purchase_order.id
      left join supply_terms terms on terms.product = line.product and terms.warehouse = purchase_order.warehouse
      where purchase_order.supplier = ${supplier}
        and ordered_at > ${at}::timestamptz - ${lookBack}::interval and ordered_at <= ${at}::timestamptz
      order by ordered_at desc limit ${linesMax}
    ), carried as (
      select line.id, line.product, sum(shipment_item.quantity)::float8 as quantity,
        max(eta_p50) as eta, max(extract(epoch from eta_p90 - eta_p10)::float8) / 86400 / ${deciles}::float8 as sd
      from line join shipment on reference = number and destination_code = line.warehouse
      join shipment_item on shipment_id = shipment.id and shipment_item.product = line.product
      where line.state in ('sent', 'confirmed') and shipment.state not in ('delivered', 'expired') and eta_p50 is not null
      group by 1, 2
    )
    select number as "order", product, warehouse, "agreedDays", kind, days, "sdDays", share from (
      select line.*, 'came' as kind, ${daysTo(sql`receipt.at`)} as days, 0::float8 as "sdDays", receipt.quantity / whole as share
      from line join purchase_order_receipt receipt on receipt.order_id = line.id and receipt.product = line.product
      union all
      select line.*, 'on-shipment', ${daysTo(sql`greatest(eta, ${at}::timestamptz)`)}, sd, least(carried.quantity, line.quantity - received) / whole
      from line join carried using (id, product) where received < line.quantity
      union all
      select line.*, 'open', ${daysTo(sql`${at}::timestamptz`)}, 0, (line.quantity - received - coalesce(carried.quantity, 0)) / whole
      from line left join carried using (id, product)
      where state in ('sent', 'confirmed') and received + coalesce(carried.quantity, 0) < line.quantity
    ) delivery
    order by ordered_at, number, product, days`)
}
