import type { AccuracyGroup } from '@lading/shared/domain/accuracy'
import { type PredictionKind, predictionKinds } from '@lading/shared/domain/model'
import { signal } from '@preact/signals'
import { type AccuracyColumn, accuracyColumns, groupsOf } from '../accuracy.ts'
import { pathOf, screen, screenOf } from './screen.ts'

export type AccuracyAddress = { kind: PredictionKind; by: AccuracyGroup; order: { by: AccuracyColumn; descending: boolean } }

const usualOrder = { by: 'cases', descending: true } as const

const firstGroup = (kind: PredictionKind) => groupsOf[kind][0] as AccuracyGroup

/** Reads the query of the accuracy screen; what it does not know, and what does not go together, it leaves out. */
export const readAccuracyAddress = (search: string): AccuracyAddress => {
  const query = new URLSearchParams(search)
  const kind = predictionKinds.find((one) => one === query.get('kind')) ?? 'arrival'
  const [, minus, name] = /^(-?)(.+)$/.exec(query.get('sort') ?? '') ?? []
  const column = accuracyColumns.find((one) => one === name)
  return {
    kind,
    by: groupsOf[kind].find((one) => one === query.get('by')) ?? firstGroup(kind),
    order: column ? { by: column, descending: minus === '-' } : usualOrder,
  }
}

export const writeAccuracyAddress = ({ kind, by, order }: AccuracyAddress) => {
  const usual = order.by === usualOrder.by && order.descending === usualOrder.descending
  const pairs = [
    ['kind', kind === 'arrival' ? '' : kind],
    ['by', by === firstGroup(kind) ? '' : by],
    ['sort', usual ? '' : `${order.descending ? '-' : ''}${order.by}`],
  ].filter((pair) => pair[1] !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

/** What the accuracy screen shows, also while another screen is open. */
export const accuracyAddress = signal<AccuracyAddress>(
  readAccuracyAddress(screen.value === 'accuracy' ? (globalThis.location?.search ?? '') : ''),
)

/** Another kind begins with its first group. */
const changed = (change: Partial<AccuracyAddress>): AccuracyAddress => ({
  ...accuracyAddress.value,
  ...(change.kind && change.kind !== accuracyAddress.value.kind && { by: firstGroup(change.kind) }),
  ...change,
})

export const accuracyUrl = (change: Partial<AccuracyAddress> = {}) => `${pathOf.accuracy}${writeAccuracyAddress(changed(change))}`

/** Opening the screen or another kind adds a step to the history; grouping and sorting only rewrite the current one. */
export const goAccuracy = (change: Partial<AccuracyAddress> = {}) => {
  const next = changed(change)
  const step = next.kind !== accuracyAddress.value.kind || screen.value !== 'accuracy'
  history[step ? 'pushState' : 'replaceState'](null, '', `${pathOf.accuracy}${writeAccuracyAddress(next)}`)
  accuracyAddress.value = next
  screen.value = 'accuracy'
}

/** Follows the back and forward buttons; returns how to stop. */
export const followAccuracyHistory = () => {
  const follow = () => {
    if (screenOf(location.pathname) === 'accuracy') accuracyAddress.value = readAccuracyAddress(location.search)
  }
  addEventListener('popstate', follow)
  return () => removeEventListener('popstate', follow)
}
