import type { CountryEvent } from '@lading/shared/contract/risk'
import { and, desc, eq, getTableColumns, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { after } from '../conditions.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { countryEvent } from '../schema/risk.ts'
import { user } from '../schema/user.ts'

/** Events that nobody removed, the last told first. */
export const listCountryEvents = async (db: Db, { limit, cursor }: { limit: number; cursor?: string }) => {
  const rows = await select(db, cursor ? after(readUuidCursor(cursor), countryEvent.createdAt, countryEvent.id) : undefined)
    .orderBy(desc(countryEvent.createdAt), desc(countryEvent.id))
    .limit(oneMoreThan(limit))
  return toPage(rows, limit, toCountryEvent, (row) => ({ at: row.event.createdAt, id: row.event.id }))
}

export const getCountryEvent = async (db: Db, id: string): Promise<CountryEvent | undefined> => {
  const [found] = await select(db, eq(countryEvent.id, id))
  return found && toCountryEvent(found)
}

const [creator, changer] = [alias(user, 'creator'), alias(user, 'changer')]

const select = (db: Db, where: SQL | undefined) =>
  db
    .select({
      event: getTableColumns(countryEvent),
      createdBy: { id: creator.id, name: creator.name },
      updatedBy: { id: changer.id, name: changer.name },
    })
    .from(countryEvent)
    .leftJoin(creator, eq(creator.id, countryEvent.createdBy))
    .leftJoin(changer, eq(changer.id, countryEvent.updatedBy))
    .where(and(isNull(countryEvent.removedAt), where))
    .$dynamic()

const toCountryEvent = ({ event, createdBy, updatedBy }: Awaited<ReturnType<typeof select>>[number]): CountryEvent => {
  const { id, country, kind, severity, title, source, reference, note, version } = event
  return {
    ...{ id, country, kind, severity, title, source, reference, note, version, createdBy, updatedBy },
    validFrom: event.validFrom.toISOString(),
    validUntil: event.validUntil?.toISOString() ?? null,
    createdAt: event.createdAt.toISOString(),
    updatedAt: event.updatedAt.toISOString(),
  }
}
