import { and, inArray, lt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'

/** The ids of shipments that were delivered, or given up, and have not changed since before then, which is platform time. */
export const finishedBefore = (db: Pick<Db, 'select'>, before: Date) =>
  db
    .select({ id: shipment.id })
    .from(shipment)
    .where(and(inArray(shipment.state, ['delivered', 'expired']), lt(shipment.updatedAt, before)))
