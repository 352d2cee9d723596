import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { assignment } from '../schema/device.ts'

/** Which shipment each device speaks for at `now`; of all devices, or of one. */
export const assignedShipments = async (db: Db, now: Date, deviceId?: string) => {
  const rows = await db
    .select({ deviceId: assignment.deviceId, shipmentId: assignment.shipmentId })
    .from(assignment)
    .where(
      and(
        deviceId === undefined ? undefined : eq(assignment.deviceId, deviceId),
        lte(assignment.from, now),
        or(isNull(assignment.until), gt(assignment.until, now)),
      ),
    )
  return new Map(rows.map((row) => [row.deviceId, row.shipmentId]))
}
