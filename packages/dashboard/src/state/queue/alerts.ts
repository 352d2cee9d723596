import type { Alert } from '@lading/shared/contract/alert'
import { type AlertState, alertStateOf } from '@lading/shared/domain/alert-handling'
import { computed, signal } from '@preact/signals'
import { judgedAtMs } from '../judged-at.ts'
import type { Load } from '../server/load.ts'

export type Alerts = ReadonlyMap<string, Alert>

/** Alerts by id: all whose cause is there, and of the others those that somebody resolved lately. */
export const alerts = signal<Alerts>(new Map())
export const alertsLoad = signal<Load>({ status: 'loading' })

/** One that closed by itself leaves; one that is older than what is known changes nothing. */
export const withAlert = (known: Alerts, heard: Alert): Alerts => {
  const before = known.get(heard.id)
  if (before && Date.parse(before.updatedAt) > Date.parse(heard.updatedAt)) return known
  const changed = new Map(known)
  if (heard.closedAt && !heard.resolvedAt) changed.delete(heard.id)
  else changed.set(heard.id, heard)
  return changed
}

/** Where each of them stands now; one whose snooze is over is open again without anybody saying so. */
export const alertsByState = computed<Record<AlertState, Alert[]>>(() => {
  const byState: Record<AlertState, Alert[]> = { open: [], snoozed: [], resolved: [], closed: [] }
  for (const alert of alerts.value.values()) byState[alertStateOf(alert, judgedAtMs.value)].push(alert)
  return byState
})

/** Those that want somebody, now or after a snooze. */
export const wantingAlerts = computed(() => [...alertsByState.value.open, ...alertsByState.value.snoozed])
