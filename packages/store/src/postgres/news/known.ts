import type { Known } from '@lading/shared/domain/news'
import { eq, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { shipment } from '../schema/shipment.ts'

const milliseconds = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`)

/** What is known of a row of `shipment` as far as it can become news, as values that can be compared. */
export const knownColumns = (now: Date) => ({
  state: shipment.state,
  window: sql<Known['window']>`(case when shipment.eta_p50 is not null then jsonb_build_object(
    'p10', ${milliseconds('shipment.eta_p10')}, 'p50', ${milliseconds('shipment.eta_p50')}, 'p90', ${milliseconds('shipment.eta_p90')}) end)`,
  // States in which somebody has to do something; of an examination customs takes care itself.
  customs: sql<Known['customs']>`(
    select jsonb_build_object('entryId', entry.id, 'state', entry.state, 'at', ${milliseconds('entry.state_at')})
    from customs_entry entry where entry.shipment_id = shipment.id and entry.state in ('documents-required', 'detained', 'refused')
    order by entry.state_at desc limit 1)`,
  // What is brought to a door is on its way there when it is out for delivery; anything else arrives without a last step of its own.
  arriving: sql<boolean>`((shipment.state in ('out-for-delivery', 'available-for-pickup') or (
    shipment.state = 'in-transit' and shipment.eta_p90 < ${now.toISOString()}::timestamptz + interval '1 day' and
    (select last.mode from leg last where last.shipment_id = shipment.id order by last.sequence desc limit 1) <> 'parcel')) is true)`,
})

/** `now` is platform time, which goods live in. */
export const knownOf = async (db: Db | Transaction, shipmentId: string, now: Date): Promise<Known | undefined> => {
  const [known] = await db.select(knownColumns(now)).from(shipment).where(eq(shipment.id, shipmentId))
  return known
}
