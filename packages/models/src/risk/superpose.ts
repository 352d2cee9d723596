import { type RiskEvidence, type RiskKind, type RiskRemoval, riskKinds } from '@lading/shared/domain/risk'
import { fromLogOdds, toLogOdds } from '../probability/log-odds.ts'
import { acrossKinds, pooled, withinKind } from './pooled.ts'
import { kindOf } from './score.ts'
import { strengthOf } from './strength.ts'

export type Base = {
  /** Of missing the promise, by the arrival interval alone. */
  probability: number
  /** What it would be if all of a kind that the interval has in it were gone; where that can be said. */
  without?: Partial<Record<RiskKind, number>>
}

/**
 * The probability that the promise is broken: what the arrival interval says, with the odds raised by what it does not know. Evidence that
 * is in the interval already adds nothing, or it would count twice. What is left is not independent, so the logarithms of the odds are not
 * simply added: within a kind and then across kinds each weaker one counts less (`pooled`), which keeps the sum between that of the strongest
 * one alone and that of independent ones. Never below what the interval says.
 */
export const superpose = (base: Base, evidence: readonly RiskEvidence[], now: Date): number => {
  const added = evidence.filter(({ inArrival }) => !inArrival)
  const perKind = riskKinds.map((kind) => pooled(strengthsOf(added, kind, now), withinKind))
  // What is certain stays so: log-odds end short of it.
  return Math.max(base.probability, fromLogOdds(toLogOdds(base.probability) + pooled(perKind, acrossKinds)))
}

/** What would help: each kind and each piece of evidence taken away, the one that leaves least first; only what helps at all. */
export const removals = (base: Base, evidence: readonly RiskEvidence[], now: Date): RiskRemoval[] => {
  const all = superpose(base, evidence, now)
  const kinds = [...new Set(evidence.map(kindOf))].map((kind): RiskRemoval => {
    const probability = Math.min(base.probability, base.without?.[kind] ?? base.probability)
    const left = evidence.filter((each) => kindOf(each) !== kind)
    return { kind, evidence: null, probability: superpose({ probability }, left, now) }
  })
  const single = evidence.map((each, at): RiskRemoval => {
    const left = evidence.filter((_, other) => other !== at)
    return { kind: kindOf(each), evidence: at, probability: superpose(base, left, now) }
  })
  return [...kinds, ...single]
    .filter(({ probability }) => all - probability >= leastHelp)
    .toSorted((one, other) => one.probability - other.probability)
}

/** What helps by less than half a point in a hundred is not worth telling. */
const leastHelp = 0.005

const strengthsOf = (evidence: readonly RiskEvidence[], kind: RiskKind, now: Date) =>
  evidence.filter((each) => kindOf(each) === kind).map((each) => strengthOf(each, now))
