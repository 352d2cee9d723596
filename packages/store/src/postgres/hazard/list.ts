import type { Hazard } from '@lading/shared/contract/hazard'
import type { HazardState } from '@lading/shared/domain/hazard'
import { and, desc, eq, getTableColumns, gt, isNull, lte, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { after } from '../conditions.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { hazard } from '../schema/hazard.ts'
import { user } from '../schema/user.ts'

type Reader = Pick<Db, 'select'>
type Asked = { limit: number; cursor?: string; state?: HazardState[]; now: Date }

/** Hazards that nobody removed, the newest first. */
export const listHazards = async (db: Reader, { limit, cursor, state, now }: Asked) => {
  const rows = await select(
    db,
    and(
      state && or(...state.map((each) => inState(each, now))),
      cursor ? after(readUuidCursor(cursor), hazard.createdAt, hazard.id) : undefined,
    ),
  )
    .orderBy(desc(hazard.createdAt), desc(hazard.id))
    .limit(oneMoreThan(limit))
  return toPage(rows, limit, toHazard, (row) => ({ at: row.hazard.createdAt, id: row.hazard.id }))
}

export const getHazard = async (db: Reader, id: string): Promise<Hazard | undefined> => {
  const [found] = await select(db, eq(hazard.id, id))
  return found && toHazard(found)
}

const inState = (state: HazardState, now: Date) =>
  ({
    active: and(lte(hazard.validFrom, now), or(isNull(hazard.validUntil), gt(hazard.validUntil, now))),
    announced: and(gt(hazard.validFrom, now), or(isNull(hazard.validUntil), gt(hazard.validUntil, now))),
    over: lte(hazard.validUntil, now),
  })[state]

const [creator, changer] = [alias(user, 'creator'), alias(user, 'changer')]

const select = (db: Reader, where: SQL | undefined) =>
  db
    .select({
      hazard: getTableColumns(hazard),
      createdBy: { id: creator.id, name: creator.name },
      updatedBy: { id: changer.id, name: changer.name },
    })
    .from(hazard)
    .leftJoin(creator, eq(creator.id, hazard.createdBy))
    .leftJoin(changer, eq(changer.id, hazard.updatedBy))
    .where(and(isNull(hazard.removedAt), where))
    .$dynamic()

const toHazard = ({ hazard: row, createdBy, updatedBy }: Awaited<ReturnType<typeof select>>[number]): Hazard => {
  const { id, kind, severity, title, area, source, reference, note, version } = row
  return {
    ...{ id, kind, severity, title, area, source, reference, note, version, createdBy, updatedBy },
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
