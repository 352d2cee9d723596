import type { AlertDetail, AlertEvent } from '@lading/shared/contract/alert'
import { asc, eq, getTableColumns } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../open.ts'
import { alert, alertEvent } from '../schema/alert.ts'
import { user } from '../schema/user.ts'
import { ofRow, selectAlerts } from './list.ts'

/** One alert with its story. */
export const getAlert = async (db: Db, id: string): Promise<AlertDetail | undefined> => {
  const [[row], events] = await Promise.all([selectAlerts(db).where(eq(alert.id, id)), eventsOf(db, id)])
  return row && { ...ofRow(row), events }
}

const actor = alias(user, 'actor')
const assignee = alias(user, 'assignee')

const eventsOf = async (db: Db, alertId: string): Promise<AlertEvent[]> => {
  const rows = await db
    .select({
      event: getTableColumns(alertEvent),
      by: { id: actor.id, name: actor.name },
      assignee: { id: assignee.id, name: assignee.name },
    })
    .from(alertEvent)
    .leftJoin(actor, eq(actor.id, alertEvent.by))
    .leftJoin(assignee, eq(assignee.id, alertEvent.assignee))
    .where(eq(alertEvent.alertId, alertId))
    .orderBy(asc(alertEvent.id))
  return rows.map(({ event: { id, kind, at, note, until, resolution, severity }, by, assignee }) => ({
    ...{ id, kind, note, resolution, severity, by, assignee },
    at: at.toISOString(),
    until: until?.toISOString() ?? null,
  }))
}
