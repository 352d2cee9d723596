import { asc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { assignment } from '../schema/device.ts'
import { shipment } from '../schema/shipment.ts'

/** Which device spoke for the shipment from when until when, oldest first; `undefined` where there is no such shipment. */
export const assignmentsOf = async (db: Db, shipmentId: string) => {
  const rows = await db
    .select({ deviceId: assignment.deviceId, from: assignment.from, until: assignment.until })
    .from(shipment)
    .leftJoin(assignment, eq(assignment.shipmentId, shipment.id))
    .where(eq(shipment.id, shipmentId))
    .orderBy(asc(assignment.from))
  if (rows.length === 0) return undefined
  return rows.flatMap(({ deviceId, from, until }) => (deviceId && from ? [{ deviceId, from, until }] : []))
}
