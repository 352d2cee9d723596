import type { Alert } from '@lading/shared/contract/alert'
import { computed, signal } from '@preact/signals'
import { queue } from './queue.ts'

/** The entry of the queue that keys are about. */
export const cursorId = signal<string | undefined>(undefined)

/** Entries that were chosen to do something about all of them; what has left the queue since does not count. */
const chosen = signal<ReadonlySet<string>>(new Set())

export const chosenAlerts = computed<Alert[]>(() => queue.value.flatMap(({ id, alert }) => (alert && chosen.value.has(id) ? alert : [])))
export const chosenIds = computed<ReadonlySet<string>>(() => new Set(chosenAlerts.value.map(({ id }) => id)))

export const toggleChosen = (id: string) => {
  const next = new Set(chosenIds.value)
  if (!next.delete(id)) next.add(id)
  chosen.value = next
}

export const chooseAll = () => {
  chosen.value = new Set(queue.value.flatMap(({ id, alert }) => (alert ? id : [])))
}

export const chooseNone = () => {
  chosen.value = new Set()
}

/** What something is done about: all that is chosen, or else the entry at hand. */
export const targets = computed<Alert[]>(() => {
  if (chosenAlerts.value.length > 0) return chosenAlerts.value
  return queue.value.flatMap(({ id, alert }) => (alert && id === cursorId.value ? alert : []))
})
