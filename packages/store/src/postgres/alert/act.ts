import type { Alert } from '@lading/shared/contract/alert'
import type { AlertEventKind, Resolution } from '@lading/shared/domain/alert-handling'
import { mayActAs } from '@lading/shared/domain/role'
import { and, eq, getTableColumns, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { DomainError, type DomainErrorCode } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { alert, alertEvent } from '../schema/alert.ts'
import { shipment } from '../schema/shipment.ts'
import { user } from '../schema/user.ts'
import { ofRow, selectAlerts } from './list.ts'
import { changedAt, toAlert } from './to-alert.ts'
import { wanting } from './wanting.ts'

export type Act =
  | { kind: 'acknowledge' }
  | { kind: 'assign'; to: string | null }
  | { kind: 'snooze'; until: Date }
  | { kind: 'wake' }
  | { kind: 'resolve'; resolution: Resolution; note?: string | undefined }
  | { kind: 'reopen' }
  | { kind: 'comment'; note: string }

/** Without a version it does not matter what happened meanwhile. */
export type Target = { id: string; version?: number }
export type Who = { userId: string; now: Date }
export type Refused = { id: string; code: DomainErrorCode; alert: Alert | null }

/**
 * Does one thing about several alerts, and keeps who did it. An alert that was changed by somebody else since it was looked at,
 * or about which the thing cannot be done any more, is left as it is and answered with why.
 */
export const actOnAlerts = (db: Db, targets: Target[], act: Act, who: Who): Promise<{ done: Alert[]; refused: Refused[] }> =>
  db.transaction(async (tx) => {
    if (act.kind === 'assign' && act.to !== null) await checkAssignee(tx, act.to)
    const { event, set, when } = effectOf(act, who)
    const changed = await tx
      .update(alert)
      .set({ ...set, updatedAt: changedAt(who.now), ...(act.kind !== 'comment' && { version: sql`${alert.version} + 1` }) })
      .from(shipment)
      .where(and(eq(shipment.id, alert.shipmentId), aimedAt(targets), when))
      .returning({ ...getTableColumns(alert), trackingNumber: shipment.trackingNumber })
    const done = changed.map(({ trackingNumber, ...row }) => toAlert(row, trackingNumber))
    if (done.length > 0) await tx.insert(alertEvent).values(done.map(({ id }) => ({ alertId: id, at: who.now, by: who.userId, ...event })))
    const reached = new Set(done.map(({ id }) => id))
    const missed = targets.filter(({ id }) => !reached.has(id))
    return { done, refused: missed.length > 0 ? await whyNot(tx, missed) : [] }
  })

type Event = { kind: AlertEventKind } & Partial<typeof alertEvent.$inferInsert>
type Effect = { event: Event; set: { [Column in keyof typeof alert.$inferInsert]?: (typeof alert.$inferInsert)[Column] | SQL }; when: SQL }

const nothingAside = { snoozedUntil: null, setAside: null, resolvedAt: null, resolvedBy: null, resolution: null }
const asItIs = sql`jsonb_build_object('severity', ${alert.severity}, 'facts', ${alert.facts})`

const effectOf = (act: Act, { userId, now }: Who): Effect => {
  switch (act.kind) {
    case 'acknowledge':
      return {
        event: { kind: 'acknowledged' },
        set: { acknowledgedAt: now, acknowledgedBy: userId },
        when: and(wanting(), isNull(alert.acknowledgedAt)) as SQL,
      }
    case 'assign':
      return { event: { kind: 'assigned', assignee: act.to }, set: { assignedTo: act.to }, when: wanting() }
    case 'snooze':
      return { event: { kind: 'snoozed', until: act.until }, set: { snoozedUntil: act.until, setAside: asItIs }, when: wanting() }
    case 'wake':
      return { event: { kind: 'woken' }, set: nothingAside, when: and(wanting(), isNotNull(alert.snoozedUntil)) as SQL }
    case 'resolve': {
      const { resolution, note } = act
      return {
        event: { kind: 'resolved', resolution, note: note ?? null },
        set: { resolvedAt: now, resolvedBy: userId, resolution, snoozedUntil: null, setAside: asItIs },
        when: wanting(),
      }
    }
    case 'reopen':
      return { event: { kind: 'reopened' }, set: nothingAside, when: and(isNotNull(alert.resolvedAt), isNull(alert.closedAt)) as SQL }
    case 'comment':
      return { event: { kind: 'commented', note: act.note }, set: { comments: sql`${alert.comments} + 1` }, when: sql`true` }
  }
}

const aimedAt = (targets: Target[]) => {
  const versioned = targets.map(({ id, version }) => sql`(${sql.param(id, alert.id)}::uuid, ${version ?? null}::int)`)
  return sql`exists (
    select 1 from (values ${sql.join(versioned, sql`, `)}) as target (id, version)
    where target.id = ${alert.id} and coalesce(target.version, ${alert.version}) = ${alert.version}
  )`
}

/** Somebody who only looks cannot be given work. */
const checkAssignee = async (tx: Transaction, to: string) => {
  const [found] = await tx.select({ role: user.role }).from(user).where(eq(user.id, to))
  const message = !found ? 'there is nobody with this id' : mayActAs(found.role, 'operator') ? undefined : 'may only look'
  if (message) throw new DomainError('not-valid', 'It cannot be assigned to them.', [{ path: '/to', message }])
}

const whyNot = async (tx: Transaction, missed: Target[]): Promise<Refused[]> => {
  const ids = missed.map(({ id }) => id)
  const rows = await selectAlerts(tx).where(inArray(alert.id, ids))
  const now = new Map(rows.map((row) => [row.alert.id, ofRow(row)]))
  return missed.map(({ id, version }) => {
    const found = now.get(id)
    if (!found) return { id, code: 'alert-not-found', alert: null }
    const moved = version !== undefined && version !== found.version
    return { id, code: moved ? 'alert-changed' : 'alert-state', alert: found }
  })
}
