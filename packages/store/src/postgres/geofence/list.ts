import type { Geofence } from '@lading/shared/contract/geofence'
import { and, desc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { after } from '../conditions.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { geofence, geofenceVisit } from '../schema/geofence.ts'
import { shipment } from '../schema/shipment.ts'
import { user } from '../schema/user.ts'
import { notFinished } from '../tracking/not-finished.ts'

type Reader = Pick<Db, 'select'>

/** Fences that nobody removed, the newest first. */
export const listGeofences = async (db: Reader, { limit, cursor }: { limit: number; cursor?: string }) => {
  const before = cursor ? after(readUuidCursor(cursor), geofence.createdAt, geofence.id) : undefined
  const rows = await select(db, before).orderBy(desc(geofence.createdAt), desc(geofence.id)).limit(oneMoreThan(limit))
  return toPage(rows, limit, toGeofence, (row) => ({ at: row.geofence.createdAt, id: row.geofence.id }))
}

export const getGeofence = async (db: Reader, id: string): Promise<Geofence | undefined> => {
  const [found] = await select(db, eq(geofence.id, id))
  return found && toGeofence(found)
}

const [creator, changer] = [alias(user, 'creator'), alias(user, 'changer')]

// Whoever was within when its journey ended is not there any more.
const inside = sql<number>`(
  select count(*)::int from ${geofenceVisit} join ${shipment} on ${shipment.id} = ${geofenceVisit.shipmentId}
  where ${geofenceVisit.geofenceId} = ${geofence.id} and ${geofenceVisit.leftAt} is null and ${notFinished()}
)`

const select = (db: Reader, where: SQL | undefined) =>
  db
    .select({
      geofence: getTableColumns(geofence),
      createdBy: { id: creator.id, name: creator.name },
      updatedBy: { id: changer.id, name: changer.name },
      inside,
    })
    .from(geofence)
    .leftJoin(creator, eq(creator.id, geofence.createdBy))
    .leftJoin(changer, eq(changer.id, geofence.updatedBy))
    .where(and(isNull(geofence.removedAt), where))
    .$dynamic()

const toGeofence = ({ geofence: row, createdBy, updatedBy, inside }: Awaited<ReturnType<typeof select>>[number]): Geofence => {
  const { id, name, colour, area, modes, carriers, alerts, version } = row
  return {
    ...{ id, name, colour, area, modes, carriers, alerts, inside, version, createdBy, updatedBy },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
