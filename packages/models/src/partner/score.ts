import { type PartnerAspect, type PartnerRole, partnerAspects } from '@lading/shared/domain/partner'
import jstat from 'jstat'

/** A thing that went well or not, or several alike. */
export type Observation = { aspect: PartnerAspect; isGood: boolean; at: Date; count?: number }

/** A Beta distribution of the chance that the next one goes well. */
export type Chance = { good: number; bad: number }

export type AspectScore = {
  aspect: PartnerAspect
  /** Chance that the next one goes well, and within which nine in ten such chances lie. */
  mean: number
  low: number
  high: number
  /** What is believed of somebody of the kind of whom nothing is known. */
  kindMean: number
  /** Observations, and as how many they count by now. */
  observations: number
  weight: number
  bad: number
  /** Part of the whole score, 0 to 1, all aspects together 1. */
  share: number
  /** By how much it moves the whole score from that of the kind. */
  contribution: number
}

export type PartnerScore = { score: number; low: number; high: number; kindScore: number; aspects: AspectScore[] }

/** What happened this long ago says half as much as what happens now. */
export const halfLifeDays = 120
const dayMs = 86_400_000
/** What is known of the kind counts as so many observations: with as many of its own, a partner is half its own. */
export const kindWeight = 8
/** Of one partner at most so many say how the kind is: the largest of them is not the kind. */
const eachAtMost = 40
/** How the kind is before anybody has been seen: starting points, not measurements, worth this many observations. */
const startWeight = 10
export const startMeans: Record<PartnerAspect, number> = {
  'on-time': 0.85,
  damage: 0.98,
  excursions: 0.95,
  claims: 0.85,
  disputes: 0.95,
  payment: 0.9,
  'data-quality': 0.9,
}

/** What matters of whom; of several roles the mean. Our own weights: they say what we look at, not what anybody measured. */
const weights: Record<PartnerRole, Partial<Record<PartnerAspect, number>>> = {
  supplier: { 'on-time': 4, damage: 2, claims: 1, disputes: 1, 'data-quality': 1 },
  carrier: { 'on-time': 4, damage: 2, excursions: 2, claims: 1, disputes: 1, 'data-quality': 1 },
  forwarder: { 'on-time': 4, damage: 2, excursions: 1, claims: 1, disputes: 1, 'data-quality': 2 },
  broker: { 'on-time': 1, claims: 1, disputes: 1, 'data-quality': 5 },
  warehouse: { 'on-time': 2, damage: 3, excursions: 2, claims: 1, disputes: 1, 'data-quality': 2 },
  marketplace: { disputes: 2, payment: 4, 'data-quality': 1 },
  buyer: { disputes: 2, claims: 1, payment: 5 },
}

export const aspectShares = (roles: readonly PartnerRole[]): Record<PartnerAspect, number> => {
  const of = (aspect: PartnerAspect) =>
    roles.reduce((sum, role) => {
      const all = Object.values(weights[role]).reduce((total, weight) => total + weight, 0)
      return sum + (weights[role][aspect] ?? 0) / all
    }, 0) / Math.max(1, roles.length)
  return Object.fromEntries(partnerAspects.map((aspect) => [aspect, of(aspect)])) as Record<PartnerAspect, number>
}

export type Tally = Chance & { observations: number; badOnes: number }
const nothing: Tally = { good: 0, bad: 0, observations: 0, badOnes: 0 }

/** What was seen of one aspect until `now`, older things counting less. Not in the order in which it is told. */
export const tally = (seen: readonly Observation[], now: Date): Record<PartnerAspect, Tally> => {
  const tallies = Object.fromEntries(partnerAspects.map((aspect) => [aspect, { ...nothing }])) as Record<PartnerAspect, Tally>
  // Sums of fractions depend on their order; that of time is the same however they come.
  for (const { aspect, isGood, at, count = 1 } of seen.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const ageDays = (now.getTime() - at.getTime()) / dayMs
    if (ageDays < 0) continue
    const of = tallies[aspect]
    of[isGood ? 'good' : 'bad'] += count * 0.5 ** (ageDays / halfLifeDays)
    of.observations += count
    if (!isGood) of.badOnes += count
  }
  return tallies
}

/** How somebody of the kind does, learnt from all others of it; nobody weighs more than `eachAtMost`. */
export const kindMeanOf = (aspect: PartnerAspect, others: readonly Chance[]): number => {
  let [good, all] = [startMeans[aspect] * startWeight, startWeight]
  for (const other of others) {
    const seen = other.good + other.bad
    if (seen === 0) continue
    const counted = Math.min(seen, eachAtMost)
    good += (other.good / seen) * counted
    all += counted
  }
  return good / all
}

/**
 * What is to be expected of a partner: for each aspect what was seen of it, shrunk to its kind (Beta–Binomial), and all of them together by
 * what matters of its roles. Few observations move it little; without any it is the kind.
 */
export const scoreOf = (
  roles: readonly PartnerRole[],
  tallies: Record<PartnerAspect, Tally>,
  kindMeans: Record<PartnerAspect, number>,
): PartnerScore => {
  const shares = aspectShares(roles)
  const beliefs = partnerAspects.map((aspect) => {
    const { good, bad, observations, badOnes } = tallies[aspect]
    const kindMean = kindMeans[aspect]
    const [alpha, beta] = [kindMean * kindWeight + good, (1 - kindMean) * kindWeight + bad]
    const mean = alpha / (alpha + beta)
    const share = shares[aspect]
    const score: AspectScore = {
      ...{ aspect, mean, low: quantile(0.05, alpha, beta), high: quantile(0.95, alpha, beta), kindMean },
      ...{ observations, weight: good + bad, bad: badOnes, share, contribution: share * (mean - kindMean) },
    }
    return { score, variance: (share * share * alpha * beta) / ((alpha + beta) ** 2 * (alpha + beta + 1)) }
  })
  const aspects = beliefs.map(({ score }) => score).filter(({ share, observations }) => share > 0 || observations > 0)
  const score = aspects.reduce((sum, { share, mean }) => sum + share * mean, 0)
  const kindScore = aspects.reduce((sum, { share, kindMean }) => sum + share * kindMean, 0)
  // The standard normal's 5 % and 95 %, as aspects add up; held within what a chance can be.
  const spread = 1.6449 * Math.sqrt(beliefs.reduce((sum, { variance }) => sum + variance, 0))
  return { score, low: Math.max(0, score - spread), high: Math.min(1, score + spread), kindScore, aspects }
}

const quantile = (p: number, alpha: number, beta: number) => jstat.jStat.beta.inv(p, alpha, beta)
