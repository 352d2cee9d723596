import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { assignment, deviceLatest } from '../schema/device.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from './not-finished.ts'

/**
 * Devices that reported something newer than what their shipments have followed: work whose job was lost with the queue or
 * a process. The longest waiting first, at most `limit`. Compared in device time, as both columns hold it.
 */
export const findUnfollowed = async (db: Db, limit: number): Promise<string[]> => {
  const rows = await db
    .select({ deviceId: assignment.deviceId })
    .from(assignment)
    .innerJoin(shipment, eq(shipment.id, assignment.shipmentId))
    .innerJoin(deviceLatest, eq(deviceLatest.deviceId, assignment.deviceId))
    .where(
      and(
        notFinished(),
        lte(assignment.from, deviceLatest.recordedAt),
        or(isNull(assignment.until), gt(assignment.until, deviceLatest.recordedAt)),
        or(isNull(shipment.trackedUntil), gt(deviceLatest.recordedAt, shipment.trackedUntil)),
      ),
    )
    .orderBy(asc(sql`coalesce(${shipment.trackedUntil}, '-infinity')`), asc(assignment.deviceId))
    .limit(limit)
  return [...new Set(rows.map(({ deviceId }) => deviceId))]
}
