import type { Bbox } from '@lading/shared/geo/bbox'
import { and, eq, exists, isNull, or, sql } from 'drizzle-orm'
import { within } from '../conditions.ts'
import type { Db } from '../open.ts'
import { geofenceVisit } from '../schema/geofence.ts'
import { shipment } from '../schema/shipment.ts'
import { notFinished } from '../tracking/not-finished.ts'

/** Shipments under way that are in the box, or in the fence as far as is known; at most `limit`. */
export const shipmentsNear = async (db: Db, box: Bbox, geofenceId: string, limit: number): Promise<string[]> => {
  const staying = db
    .select({ one: sql`1` })
    .from(geofenceVisit)
    .where(and(eq(geofenceVisit.shipmentId, shipment.id), eq(geofenceVisit.geofenceId, geofenceId), isNull(geofenceVisit.leftAt)))
  const rows = await db
    .select({ id: shipment.id })
    .from(shipment)
    .where(and(notFinished(), or(within(box, shipment.lat, shipment.lon), exists(staying))))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Shipments under way, the last changed first; at most `limit`. */
export const shipmentsUnderWay = async (db: Db, limit: number): Promise<string[]> => {
  const rows = await db
    .select({ id: shipment.id })
    .from(shipment)
    .where(notFinished())
    .orderBy(sql`${shipment.updatedAt} desc`)
    .limit(limit)
  return rows.map(({ id }) => id)
}
