import type { AlertKind } from '@lading/shared/domain/alert'
import type { IconName } from '../../icons/paths.ts'

/** What stands in the queue: alerts of shipments, products that are likely to run out, currencies that got dearer, and claims whose deadline is near or missed. */
export type QueueKind = AlertKind | 'stock-out' | 'currency-moved' | 'claim-due'

/** On what an entry rests: a sensor, what somebody said, that nothing was heard, or a forecast. */
export type Basis = 'measured' | 'told' | 'unheard' | 'predicted'

type Facts = Record<string, string | number | null>

type Traits = {
  icon: IconName
  basis: Basis
  /** What is lost if nobody does anything, beside the other kinds: from 0, nothing, to 1, the goods. Judgement, not measured. */
  stake: number
  /** How far gone it is, from 0 to 1; worse is never less. */
  depth: (facts: Facts) => number
}

/** 0 at nothing, ½ at `half`, towards 1 without end. What is not known counts as nothing. */
const share = (value: number, half: number) => (value > 0 ? 1 / (1 + half / value) : 0)
const fact = (facts: Facts, name: string) => Number(facts[name] ?? Number.NaN)

/** Every kind of entry, one line each: its sign, what it rests on and how much it matters. */
export const queueKinds: Record<QueueKind, Traits> = {
  temperature: { icon: 'kind-temperature', basis: 'measured', stake: 1, depth: (facts) => share(beyondC(facts), 3) },
  'customs-hold': { icon: 'customs', basis: 'told', stake: 0.9, depth: (facts) => share(fact(facts, 'hours'), 48) },
  'customs-delay': { icon: 'customs', basis: 'predicted', stake: 0.7, depth: (facts) => share(fact(facts, 'p90Hours'), 48) },
  declaration: { icon: 'customs', basis: 'told', stake: 0.65, depth: (facts) => share(fact(facts, 'findings'), 2) },
  'free-time': { icon: 'customs', basis: 'told', stake: 0.5, depth: (facts) => share(48 - fact(facts, 'hoursLeft'), 72) },
  'stock-out': { icon: 'stock', basis: 'predicted', stake: 0.8, depth: (facts) => 1 - share(fact(facts, 'daysOfCover'), 7) },
  'currency-moved': { icon: 'currency', basis: 'told', stake: 0.6, depth: (facts) => share(fact(facts, 'change'), 0.1) },
  'claim-due': { icon: 'partners', basis: 'told', stake: 0.5, depth: (facts) => share(48 - fact(facts, 'hoursLeft'), 120) },
  late: { icon: 'kind-late', basis: 'predicted', stake: 0.8, depth: (facts) => share(fact(facts, 'lateMinutes'), 24 * 60) },
  'off-route': { icon: 'kind-off-route', basis: 'measured', stake: 0.7, depth: (facts) => share(times(facts, 'worstKm', 'corridorKm'), 2) },
  shock: { icon: 'kind-shock', basis: 'measured', stake: 0.7, depth: (facts) => share(times(facts, 'worstG', 'shockMaxG'), 1) },
  stalled: { icon: 'kind-stalled', basis: 'measured', stake: 0.6, depth: (facts) => share(fact(facts, 'hours'), 24) },
  'hazard-ahead': { icon: 'hazard', basis: 'told', stake: 0.75, depth: (facts) => certainties[String(facts.certainty)] ?? 0 },
  risk: { icon: 'risk', basis: 'predicted', stake: 0.8, depth: (facts) => Math.max(0, fact(facts, 'score') || 0) },
  // Nothing is lost by a drill, whatever it is about.
  drill: { icon: 'risk', basis: 'told', stake: 0.1, depth: () => 0 },
  'geofence-entered': { icon: 'geofence', basis: 'measured', stake: 0.7, depth: (facts) => share(fact(facts, 'hours'), 12) },
  'geofence-left': { icon: 'geofence', basis: 'measured', stake: 0.7, depth: (facts) => share(fact(facts, 'worstKm'), 20) },
  'geofence-dwell': { icon: 'geofence', basis: 'measured', stake: 0.5, depth: (facts) => share(times(facts, 'hours', 'limitHours'), 1) },
  'silent-device': { icon: 'silent', basis: 'unheard', stake: 0.4, depth: (facts) => share(fact(facts, 'minutes'), 12 * 60) },
  'low-battery': { icon: 'health-low-battery', basis: 'measured', stake: 0.3, depth: (facts) => share(15 - fact(facts, 'batteryPct'), 10) },
}

/** How sure it is that goods meet a hazard. */
const certainties: Record<string, number> = { possible: 0.2, likely: 0.6, within: 1 }

/** By how many degrees the worst was outside the limits. */
const beyondC = (facts: Facts) => {
  const [worst, min, max] = [fact(facts, 'worstC'), fact(facts, 'limitMinC'), fact(facts, 'limitMaxC')]
  return Math.max(0, ...[min - worst, worst - max].filter((value) => !Number.isNaN(value)))
}

/** By how many times the limit it was above the limit. */
const times = (facts: Facts, name: string, limit: string) => fact(facts, name) / fact(facts, limit) - 1
