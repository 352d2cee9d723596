import { isNull, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { geofence } from '../schema/geofence.ts'
import { hazard } from '../schema/hazard.ts'

const { id, name, area, modes, carriers, alerts } = geofence

/** The fences and hazards that shipments are held against. */
export const loadWatched = async (db: Db) => {
  const [geofences, hazards] = await Promise.all([
    db.select({ id, name, area, modes, carriers, alerts }).from(geofence).where(isNull(geofence.removedAt)).orderBy(geofence.name),
    db.select().from(hazard).where(isNull(hazard.removedAt)).orderBy(hazard.createdAt, hazard.id),
  ])
  return { geofences, hazards }
}

export type Watched = Awaited<ReturnType<typeof loadWatched>>
export type WatchedGeofence = Watched['geofences'][number]
export type WatchedHazard = Watched['hazards'][number]

/** Grows with everything that anybody does to fences and hazards: whoever kept them knows whether they are still these. */
export const watchedRevision = async (db: Db) => {
  const [row] = await db.execute<{ revision: string }>(
    sql`select (select coalesce(sum(version), 0) from ${geofence}) + (select coalesce(sum(version), 0) from ${hazard}) as revision`,
  )
  return Number(row?.revision ?? 0)
}
