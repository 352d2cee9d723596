import type { NewGeofence } from '@lading/shared/contract/geofence'
import { isNull } from 'drizzle-orm'
import type { Who } from '../alert/act.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { geofence } from '../schema/geofence.ts'

/** Every fence is held against where goods are each time they report; more than that is a mistake of an import. */
export const geofencesMost = 1000

/** Keeps fences, all of them or none; answers their ids. The areas have been checked. A name is there once. */
export const addGeofences = (db: Db, wanted: NewGeofence[], { userId, now }: Who): Promise<string[]> =>
  db.transaction(async (tx) => {
    if ((await tx.$count(geofence, isNull(geofence.removedAt))) + wanted.length > geofencesMost)
      throw new DomainError('too-many-geofences', `At most ${geofencesMost} geofences are kept. Remove some first.`)
    const added = await tx
      .insert(geofence)
      .values(
        wanted.map(({ name, area, colour = 'blue', modes = [], carriers = [], alerts }) => ({
          ...{ area, colour, modes, carriers },
          name: name.trim(),
          alerts: { entered: false, left: false, dwellHours: null, severity: 'warning', ...alerts } as const,
          ...{ createdAt: now, createdBy: userId, updatedAt: now, updatedBy: userId },
        })),
      )
      .onConflictDoNothing()
      .returning({ id: geofence.id, name: geofence.name })
    const missing = wanted.find(({ name }, index) => added[index]?.name !== name.trim())
    if (missing) throw nameTaken(missing.name)
    return added.map(({ id }) => id)
  })

export const nameTaken = (name: string) =>
  new DomainError('geofence-name-taken', `There is a geofence ${name.trim()} already.`, [{ path: '/name', message: 'is taken' }])
