import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { assignment } from '../schema/device.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from './not-finished.ts'

/** The shipments under way for which the device spoke at some time from `since` to `until`. */
export const shipmentsOfDevice = async (db: Db, deviceId: string, since: Date, until: Date): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ shipmentId: assignment.shipmentId })
    .from(assignment)
    .innerJoin(shipment, eq(shipment.id, assignment.shipmentId))
    .where(
      and(
        eq(assignment.deviceId, deviceId),
        lte(assignment.from, until),
        or(isNull(assignment.until), gt(assignment.until, since)),
        notFinished(),
      ),
    )
  return rows.map(({ shipmentId }) => shipmentId)
}
