import type { Alert } from '@lading/shared/contract/alert'
import type { AlertKind, Severity } from '@lading/shared/domain/alert'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { alert, alertEvent } from '../schema/alert.ts'
import type { AlertFacts } from '../tracking/tracked-shipment.ts'
import { changedAt, toAlert } from './to-alert.ts'

export type AlertText = { severity: Severity; message: string; facts: AlertFacts }
export type AlertUpdate = AlertText & {
  id: string
  /** What it was. */
  from: Severity
  /** Whether it comes back, from a snooze or from being resolved, unless somebody did something about this version meanwhile. */
  returns: { version: number } | undefined
}
export type AlertChanges = {
  opened: (AlertText & { kind: AlertKind; openedAt: Date })[]
  updated: AlertUpdate[]
  closed: { id: string }[]
}

/** Opens, updates and closes alerts of one shipment; answers them as they are now. One stays open per kind, also in a race. */
export const applyAlerts = async (
  tx: Transaction,
  { id: shipmentId, trackingNumber }: { id: string; trackingNumber: string },
  { opened, updated, closed }: AlertChanges,
  now: Date,
): Promise<Alert[]> => {
  const rows: (typeof alert.$inferSelect)[] = []
  if (opened.length > 0)
    rows.push(
      ...(await tx
        .insert(alert)
        .values(opened.map((each) => ({ ...each, shipmentId, updatedAt: now })))
        .onConflictDoNothing()
        .returning()),
    )
  for (const each of updated) rows.push(...(await update(tx, each, now)))
  if (closed.length > 0)
    rows.push(
      ...(await tx
        .update(alert)
        .set({ closedAt: now, updatedAt: changedAt(now) })
        .where(
          and(
            inArray(
              alert.id,
              closed.map(({ id }) => id),
            ),
            isNull(alert.closedAt),
          ),
        )
        .returning()),
    )
  return rows.map((row) => toAlert(row, trackingNumber))
}

const order: Record<Severity, number> = { info: 0, warning: 1, critical: 2 }

const update = async (tx: Transaction, { id, from, returns, ...text }: AlertUpdate, now: Date) => {
  const rows = await tx
    .update(alert)
    .set({ ...text, updatedAt: changedAt(now) })
    .where(and(eq(alert.id, id), isNull(alert.closedAt)))
    .returning()
  if (rows.length === 0) return []
  const kind = order[text.severity] > order[from] ? 'worsened' : 'eased'
  if (text.severity !== from) await tx.insert(alertEvent).values({ alertId: id, kind, at: now, severity: text.severity })
  return returns ? comeBack(tx, id, returns.version, now, rows) : rows
}

// It is news again: what was acknowledged was not this.
const comeBack = async (tx: Transaction, id: string, version: number, now: Date, rows: (typeof alert.$inferSelect)[]) => {
  const returned = await tx
    .update(alert)
    .set({
      ...{ snoozedUntil: null, setAside: null, resolvedAt: null, resolvedBy: null, resolution: null },
      ...{ acknowledgedAt: null, acknowledgedBy: null },
      version: sql`${alert.version} + 1`,
    })
    .where(and(eq(alert.id, id), eq(alert.version, version)))
    .returning()
  if (returned.length === 0) return rows
  await tx.insert(alertEvent).values({ alertId: id, kind: 'returned', at: now })
  return returned
}
