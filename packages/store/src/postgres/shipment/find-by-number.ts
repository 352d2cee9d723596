import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'

/** The id of the shipment with this tracking number. */
export const findByNumber = async (db: Db, trackingNumber: string) => {
  const [found] = await db.select({ id: shipment.id }).from(shipment).where(eq(shipment.trackingNumber, trackingNumber))
  return found?.id
}
