import { inArray } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'

/** The shipments with these tracking numbers, as far as there are any. */
export const idsByNumber = async (db: Db, trackingNumbers: string[]): Promise<Map<string, string>> => {
  const rows = await db
    .select({ trackingNumber: shipment.trackingNumber, id: shipment.id })
    .from(shipment)
    .where(inArray(shipment.trackingNumber, trackingNumbers))
  return new Map(rows.map(({ trackingNumber, id }) => [trackingNumber, id]))
}
