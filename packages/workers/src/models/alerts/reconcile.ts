import { alertKinds } from '@lading/shared/domain/alert'
import type { AlertChanges } from '@lading/store/postgres/alert/apply'
import type { OpenAlert } from '@lading/store/postgres/tracking/tracked-shipment'
import { comesBack } from './comes-back.ts'
import type { Finding, Seen } from './rule.ts'
import { rules } from './rules.ts'

/**
 * What to open, update and close so that one alert is open per cause that is there, and none for one that is not. An alert is
 * updated only when its severity or its figure changed so that someone would want to know. One that was set aside counts as open: it
 * keeps its cause from opening another, until it comes back. Nothing stays open for a finished shipment.
 */
export const reconcileAlerts = (seen: Seen, openAlerts: OpenAlert[]): AlertChanges => {
  const changes: AlertChanges = { opened: [], updated: [], closed: [] }
  const finished = seen.leg === undefined
  for (const kind of alertKinds) {
    const open = openAlerts.find((alert) => alert.kind === kind)
    const verdict = finished ? 'over' : rules[kind](seen, open)
    if (verdict === 'unclear') continue
    if (verdict === 'over') {
      if (open) changes.closed.push({ id: open.id })
      continue
    }
    const { severity, message, facts } = verdict
    if (!open) changes.opened.push({ kind, severity, message, facts, openedAt: seen.now })
    else {
      const returns = comesBack(open, verdict, seen.now) ? { version: open.version } : undefined
      if (returns || isNews(open, verdict)) changes.updated.push({ id: open.id, severity, message, facts, from: open.severity, returns })
    }
  }
  return changes
}

const isNews = (open: OpenAlert, { severity, facts, figure, isNews }: Finding) =>
  isNews || severity !== open.severity || Math.abs(Number(facts[figure.name]) - Number(open.facts[figure.name])) >= figure.step
