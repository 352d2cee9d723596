import type { GeofenceChange } from '@lading/shared/contract/geofence'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { geofence } from '../schema/geofence.ts'
import { nameTaken } from './add.ts'

/** Changes what is given, unless somebody else changed the fence since it was looked at. An area has been checked. */
export const changeGeofence = (db: Db, id: string, { version, name, alerts, ...plain }: GeofenceChange, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    const before = await lockGeofence(tx, id)
    if (before.version !== version)
      throw new DomainError('area-changed', 'Somebody changed it meanwhile. Look at it again.', [
        { path: '/version', message: `is ${before.version} now` },
      ])
    if (name !== undefined) {
      const same = and(eq(geofence.name, name.trim()), isNull(geofence.removedAt), ne(geofence.id, id))
      if ((await tx.$count(geofence, same)) > 0) throw nameTaken(name)
    }
    await tx
      .update(geofence)
      .set({
        ...plain,
        ...(name !== undefined && { name: name.trim() }),
        ...(alerts && { alerts: { ...before.alerts, ...alerts } }),
        ...{ version: before.version + 1, updatedAt: now, updatedBy: userId },
      })
      .where(eq(geofence.id, id))
  })

/** Takes a fence away; what it noticed stays in the history of shipments. */
export const removeGeofence = (db: Db, id: string, { userId, now }: Who) =>
  db.transaction(async (tx) => {
    const { area } = await lockGeofence(tx, id)
    await tx
      .update(geofence)
      .set({ removedAt: now, updatedAt: now, updatedBy: userId, version: sql`${geofence.version} + 1` })
      .where(eq(geofence.id, id))
    return area
  })

const lockGeofence = async (tx: Transaction, id: string) => {
  const [found] = await tx
    .select()
    .from(geofence)
    .where(and(eq(geofence.id, id), isNull(geofence.removedAt)))
    .for('update')
  if (!found) throw noGeofence()
  return found
}

export const noGeofence = () => new DomainError('geofence-not-found', 'There is no such geofence.')
