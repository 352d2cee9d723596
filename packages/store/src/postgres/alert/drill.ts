import type { Alert } from '@lading/shared/contract/alert'
import type { NewDrill } from '@lading/shared/contract/playbook'
import type { FactsOf } from '@lading/shared/domain/alert-facts'
import { isFinished } from '@lading/shared/domain/shipment-state'
import { and, eq, isNull } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { type Moment, startPlaybook } from '../playbook/run.ts'
import { alert } from '../schema/alert.ts'
import { shipment } from '../schema/shipment.ts'
import { applyAlerts } from './apply.ts'
import { changedAt, toAlert } from './to-alert.ts'

type By = Moment & { userId: string; name: string }

/**
 * Begins a drill: an alert that says so everywhere, of a kind of its own, so that it neither hides nor ends a real one. Risk does not look at
 * it, and nobody but staff hears of it.
 */
export const startDrill = (
  db: Db,
  shipmentId: string,
  { title, kind, severity, playbookId }: NewDrill,
  { userId, name, now, speed }: By,
): Promise<Alert> =>
  db.transaction(async (tx) => {
    const [its] = await tx.select().from(shipment).where(eq(shipment.id, shipmentId))
    if (!its) throw new DomainError('shipment-not-found', 'There is no such shipment.')
    if (isFinished(its.state)) throw new DomainError('drill-state', 'The shipment is not under way any more.')
    const facts = { title: title.trim(), riskKind: kind, startedBy: name } satisfies FactsOf['drill']
    const message = `Drill, nothing of this is real: ${facts.title}`
    const [opened] = await applyAlerts(
      tx,
      its,
      { opened: [{ kind: 'drill', severity, message, facts, openedAt: now }], updated: [], closed: [] },
      now,
    )
    if (!opened) throw new DomainError('drill-state', 'A drill of this shipment is under way already.')
    if (playbookId) await startPlaybook(tx, { alertId: opened.id }, playbookId, userId, { now, speed })
    return opened
  })

/** Ends a drill. Only drills are ended so: what is real ends when its cause is gone. */
export const endDrill = async (db: Db, alertId: string, now: Date): Promise<Alert> => {
  const [ended] = await db
    .update(alert)
    .set({ closedAt: now, updatedAt: changedAt(now) })
    .where(and(eq(alert.id, alertId), eq(alert.kind, 'drill'), isNull(alert.closedAt)))
    .returning()
  if (!ended) throw new DomainError('alert-not-found', 'There is no such drill under way.')
  const [its] = await db.select({ trackingNumber: shipment.trackingNumber }).from(shipment).where(eq(shipment.id, ended.shipmentId))
  return toAlert(ended, its?.trackingNumber ?? '')
}
