import type { Severity } from '@lading/shared/domain/alert'
import { type QueueKind, queueKinds } from './kinds.ts'

/** What the order looks at. */
export type Urgent = {
  id: string
  kind: QueueKind
  severity: Severity
  facts: Record<string, string | number | null>
  /** How likely it comes true, where that is predicted and known. */
  probability: number | null
  /** Since when; where that is not known, it counts as new. */
  since: string | null
}

const floor: Record<Severity, number> = { info: 0, warning: 1, critical: 2 }
// Where nobody said how likely it is, its severity has to do: a warning is more likely than not, a critical one nearly certain.
const usual: Record<Severity, number> = { info: 0.5, warning: 0.6, critical: 0.9 }

/**
 * How much an entry matters, from 0 to 1: what is at stake × how bad it is × how sure it is.
 *
 * - At stake is what its kind costs if nobody does anything (`queueKinds`): spoilt goods above a broken promise or an empty shelf, these
 *   above a device that is silent, and that above a battery.
 * - How bad: a third for each step of severity, and within the step how far gone it is, such as degrees beyond the limit or hours late.
 * - How sure: what was measured or told is there; what is predicted counts by its probability.
 *
 * So a warning that endangers goods stands before a critical battery, and of two of a kind the worse one first. More severe, further
 * gone or more likely is never lower. Whether somebody has acknowledged it changes nothing: what was seen is not yet dealt with, and
 * a list that moves under the hand is hard to work on.
 */
export const urgencyOf = ({ kind, severity, facts, probability }: Omit<Urgent, 'id' | 'since'>) => {
  const { stake, depth, basis } = queueKinds[kind]
  const sure = basis === 'predicted' ? (probability ?? usual[severity]) : 1
  return (stake * (floor[severity] + depth(facts)) * sure) / 3
}

/** The most urgent first; of equals what has waited longest, and at last the id, so that nothing swaps places without a reason. */
export const inUrgencyOrder = <Entry extends Urgent>(entries: readonly Entry[]): Entry[] => {
  const keyed = entries.map((entry) => ({ entry, urgency: urgencyOf(entry), sinceMs: entry.since ? Date.parse(entry.since) : Infinity }))
  const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)
  return keyed
    .sort((a, b) => compare(b.urgency, a.urgency) || compare(a.sinceMs, b.sinceMs) || (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry }) => entry)
}
