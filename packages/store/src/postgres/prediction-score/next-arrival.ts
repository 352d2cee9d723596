import { min } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from '../tracking/not-finished.ts'

/** When the next shipment is expected to arrive, so that its arrival times can be scored; nothing where none is on its way. */
export const nextArrival = async (db: Db): Promise<Date | null> => {
  const [row] = await db
    .select({ at: min(shipment.etaP50) })
    .from(shipment)
    .where(notFinished())
  return row?.at ?? null
}
