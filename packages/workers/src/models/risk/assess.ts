import { missIfEarlier } from '@lading/models/risk/base-without'
import { scoresOf } from '@lading/models/risk/score'
import { strengthOf } from '@lading/models/risk/strength'
import { type Base, removals, superpose } from '@lading/models/risk/superpose'
import type { RiskEvidence } from '@lading/shared/domain/risk'
import { riskKinds } from '@lading/shared/domain/risk'
import type { NewRisk } from '@lading/store/postgres/risk/keep'
import type { RiskSubject } from '@lading/store/postgres/risk/load-due'
import { alertOf, hoursBetween, type RiskSeen } from './rule.ts'
import { riskRules } from './rules.ts'

/** Below, a piece of evidence says nothing any more. */
const leastStrength = 0.01
const mostEvidence = 40

/** What endangers the promise of a shipment, by all rules, and together. */
export const assessRisk = (seen: RiskSeen): NewRisk => {
  const { subject, now } = seen
  const evidence = riskRules
    .flatMap((rule) => rule(seen))
    .map((each) => ({ each, strength: strengthOf(each, now) }))
    .filter(({ strength }) => strength >= leastStrength)
    .toSorted((one, other) => other.strength - one.strength)
    .slice(0, mostEvidence)
    .map(({ each }) => each)
  const scores = scoresOf(evidence, now)
  const base = baseOf(seen, evidence)
  const probability = base && superpose(base, evidence, now)
  const rank = probability ?? 0.5 * Math.max(...riskKinds.map((kind) => scores[kind]))
  const risk = { base: base?.probability ?? null, probability: probability ?? null, scores }
  return {
    ...{ shipmentId: subject.id, ...risk, evidence, rank },
    removals: base ? removals(base, evidence, now).slice(0, 12) : [],
    answered: subject.asked,
    isWorthKeeping: changedEnough(subject.kept, risk, now),
  }
}

const baseOf = (seen: RiskSeen, evidence: RiskEvidence[]): Base | undefined => {
  const { promisedAt, arrival } = seen.subject
  const probability = arrival?.missProbability
  if (!promisedAt || !arrival || typeof probability !== 'number') return undefined
  const slipped = evidence.find(({ what }) => what === 'arrival-slips')
  const withoutCustoms = alertOf(seen, 'customs-delay')?.facts.missWithoutCustoms
  return {
    probability,
    without: {
      ...(slipped && { logistics: missIfEarlier(probability, arrival, promisedAt, Number(slipped.facts.slipHours) * 3_600_000) }),
      ...(typeof withoutCustoms === 'number' && { legal: withoutCustoms }),
    },
  }
}

const [enoughProbability, enoughScore, atLeastEveryHours] = [0.02, 0.05, 24]

/** Whether it goes into the history: it moved so that a reader would care, or a day has passed. */
const changedEnough = (
  kept: RiskSubject['kept'],
  { base, probability, scores }: Pick<NewRisk, 'base' | 'probability' | 'scores'>,
  now: Date,
) =>
  !kept ||
  (probability === null) !== (kept.probability === null) ||
  Math.abs((probability ?? 0) - (kept.probability ?? 0)) >= enoughProbability ||
  Math.abs((base ?? 0) - (kept.base ?? 0)) >= enoughProbability ||
  riskKinds.some((kind) => Math.abs(scores[kind] - (kept.scores[kind] ?? 0)) >= enoughScore) ||
  hoursBetween(kept.at, now) >= atLeastEveryHours
