import type { Alert } from '@lading/shared/contract/alert'
import { signal } from '@preact/signals'
import type { Load } from './load.ts'

export type Alerts = ReadonlyMap<string, Alert>

/** Open alerts by id. */
export const alerts = signal<Alerts>(new Map())
export const alertsLoad = signal<Load>({ status: 'loading' })

/** One that closed leaves; one that is older than what is known changes nothing. */
export const withAlert = (known: Alerts, heard: Alert): Alerts => {
  const before = known.get(heard.id)
  if (before && Date.parse(before.updatedAt) > Date.parse(heard.updatedAt)) return known
  const changed = new Map(known)
  if (heard.closedAt) changed.delete(heard.id)
  else changed.set(heard.id, heard)
  return changed
}

const urgency = { critical: 0, warning: 1, info: 2 } as const

/** The queue: the most severe first, among equals the one that has waited longest. */
export const byUrgency = (a: Alert, b: Alert) =>
  urgency[a.severity] - urgency[b.severity] || Date.parse(a.openedAt) - Date.parse(b.openedAt) || (a.id < b.id ? -1 : 1)
