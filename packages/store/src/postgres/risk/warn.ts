import type { Alert } from '@lading/shared/contract/alert'
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { type AlertChanges, applyAlerts } from '../alert/apply.ts'
import type { Db } from '../open.ts'
import { type Moment, startPlaybook } from '../playbook/run.ts'
import { alert } from '../schema/alert.ts'
import { warningRule } from '../schema/playbook.ts'
import { shipment } from '../schema/shipment.ts'

type Of = { id: string; trackingNumber: string }

/** Opens, updates or closes the alert of a shipment, and begins the playbook of the rule with it; answers alerts as they are now. */
export const applyWarning = (db: Db, its: Of, changes: AlertChanges, playbookId: string | null, moment: Moment): Promise<Alert[]> =>
  db.transaction(async (tx) => {
    const alerts = await applyAlerts(tx, its, changes, moment.now)
    const opened = changes.opened.length > 0 ? alerts.find(({ closedAt }) => closedAt === null) : undefined
    if (opened && playbookId) await startPlaybook(tx, { alertId: opened.id }, playbookId, null, moment)
    return alerts
  })

/** Alerts of rules that nobody acknowledged for as long as their rule allows people become critical, once. */
export const escalateWarnings = async (db: Db, { now, speed = 1 }: Moment): Promise<Alert[]> => {
  const due = await db
    .select({ alert, trackingNumber: shipment.trackingNumber })
    .from(alert)
    .innerJoin(shipment, eq(shipment.id, alert.shipmentId))
    .innerJoin(warningRule, sql`${warningRule.id}::text = ${alert.facts} ->> 'ruleId'`)
    .where(
      and(
        eq(alert.kind, 'risk'),
        isNull(alert.closedAt),
        isNull(alert.resolvedAt),
        isNull(alert.acknowledgedAt),
        or(isNull(alert.snoozedUntil), lte(alert.snoozedUntil, now)),
        sql`${alert.facts} ->> 'escalatedAt' is null`,
        sql`${alert.openedAt} + make_interval(secs => 60 * ${speed}::float8 * ${warningRule.escalateAfterMinutes}) <= ${now.toISOString()}::timestamptz`,
      ),
    )
  const alerts: Alert[] = []
  for (const { alert: row, trackingNumber } of due) {
    const { id, shipmentId, message, facts, severity } = row
    const update = {
      ...{ id, message, from: severity, severity: 'critical' as const, returns: undefined },
      facts: { ...facts, escalatedAt: now.toISOString() },
    }
    const its = { id: shipmentId, trackingNumber }
    alerts.push(...(await db.transaction((tx) => applyAlerts(tx, its, { opened: [], updated: [update], closed: [] }, now))))
  }
  return alerts
}
