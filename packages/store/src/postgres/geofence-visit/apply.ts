import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { geofenceVisit } from '../schema/geofence.ts'
import type { TrackedVisit, VisitTimes } from '../tracking/tracked-shipment.ts'

export type NewVisit = VisitTimes & { geofenceId: string }
export type VisitChanges = { added: NewVisit[]; changed: TrackedVisit[]; removed: number[] }

/** Puts the stays of a shipment as readings now tell them. Whoever saves has the shipment to themselves. */
export const applyVisits = async (tx: Transaction, shipmentId: string, { added, changed, removed }: VisitChanges) => {
  const own = eq(geofenceVisit.shipmentId, shipmentId)
  if (removed.length > 0) await tx.delete(geofenceVisit).where(and(own, inArray(geofenceVisit.id, removed)))
  // Ends before beginnings, as one stay goes on at a time.
  for (const { id, geofenceId: _, ...times } of changed.toSorted((a, b) => Number(b.leftAt !== null) - Number(a.leftAt !== null)))
    await tx
      .update(geofenceVisit)
      .set(times)
      .where(and(own, eq(geofenceVisit.id, id)))
  if (added.length > 0) await tx.insert(geofenceVisit).values(added.map((each) => ({ ...each, shipmentId })))
}
