import type { GeofenceVisit } from '@lading/shared/contract/geofence'
import { desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { geofence, geofenceVisit } from '../schema/geofence.ts'

const most = 200

/** Where it stayed, the latest first, also in fences that are gone. */
export const visitsOf = async (db: Db, shipmentId: string): Promise<GeofenceVisit[]> => {
  const rows = await db
    .select({ visit: geofenceVisit, name: geofence.name, colour: geofence.colour })
    .from(geofenceVisit)
    .innerJoin(geofence, eq(geofence.id, geofenceVisit.geofenceId))
    .where(eq(geofenceVisit.shipmentId, shipmentId))
    .orderBy(desc(geofenceVisit.enteredAt), desc(geofenceVisit.id))
    .limit(most)
  return rows.map(({ visit: { geofenceId, enteredAfter, enteredAt, leftAfter, leftAt }, name, colour }) => ({
    ...{ geofenceId, name, colour },
    enteredAfter: enteredAfter?.toISOString() ?? null,
    enteredAt: enteredAt.toISOString(),
    leftAfter: leftAfter?.toISOString() ?? null,
    leftAt: leftAt?.toISOString() ?? null,
  }))
}
