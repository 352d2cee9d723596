import { type Horizon, horizonOf, horizons } from '../accuracy/horizons.ts'
import { standardCdf, standardQuantile } from '../distribution/normal.ts'
import { type HoursQuantiles, hourMs } from '../duration/journey.ts'
import { newSliding, type Sliding, slide } from '../duration/sliding-quantiles.ts'
import { deviationsOf, hoursAt } from '../duration/stage-hours.ts'
import { middleOfShare, pooledQuantiles } from './pooled-quantiles.ts'

/**
 * Where the truth has lain lately in whole arrival times as they were added up from their stages, as standard normal scores: by how far
 * ahead they looked, and by mode in that. What is wrong with all stages together, and with how they were added, shows here and nowhere
 * else. Plain data.
 */
export type WholeArrivals = Record<string, Sliding>

/** An arrival time as it was added up, in hours to go, of goods that go by this mode for most of the way. */
export type AddedUp = { mode: string; hours: HoursQuantiles }

const lastOfHorizon = 300
const lastOfMode = 150
/** That an arrival time is worth what it claims, or what those of all modes were worth, counts as so many that have come true. */
const believed = 20
const claimed = Array.from({ length: believed }, (_, at) => standardQuantile(middleOfShare(at, believed)))
/** Further off than this is far off. */
const most = 4

/** An arrival time whose truth has come. */
export type ScoredWhole = AddedUp & { madeAtMs: number; actualHours: number }

/**
 * All that is known of arrival times by a moment. What comes early comes before what comes late that was said at the same time, so an
 * arrival counts when its P90 has passed and not before: otherwise those of the first weeks would all have been early.
 */
export const wholesBy = (scored: ScoredWhole[], nowMs: number): WholeArrivals => {
  const wholes: WholeArrivals = {}
  const due = scored.map((whole) => ({ whole, dueMs: dueAtMs(whole) })).filter(({ dueMs }) => dueMs <= nowMs)
  for (const { whole } of due.sort((one, other) => one.dueMs - other.dueMs)) tellWhole(wholes, whole, whole.actualHours)
  return wholes
}

export const dueAtMs = ({ madeAtMs, hours, actualHours }: ScoredWhole) => madeAtMs + Math.max(actualHours, hours.p90) * hourMs

export const tellWhole = (wholes: WholeArrivals, { mode, hours }: AddedUp, actualHours: number) => {
  const score = Math.max(-most, Math.min(most, deviationsOf(hours, actualHours)))
  if (Number.isNaN(score)) return
  for (const [key, size] of keysOf(horizonOf(hours.p50), mode)) {
    wholes[key] ??= newSliding(size)
    slide(wholes[key], score)
  }
}

/** The same arrival time, worth what it claims as far as is known: its quantiles, and the probability that goods are there by so many hours. */
export type Calibrated = { hours: HoursQuantiles; chanceOf: (addedUp: number) => number }

/**
 * Moves the quantiles of a whole arrival time to where such quantiles turned out to belong (conformal prediction by the scores of the
 * latest cases: Vovk, Gammerman and Shafer 2005; quantile by quantile, as for conformalised quantile regression). A span of hours to go
 * passes into the next without a step. With nothing seen it changes nothing; it never puts quantiles out of order.
 */
export const calibrateWhole = (wholes: WholeArrivals, { mode, hours }: AddedUp): Calibrated => {
  const between = horizonsAbout(hours.p50)
  const maps = between.map(({ horizon }) =>
    keysOf(horizon, mode).reduce<number[]>((known, [key]) => pooledQuantiles(known, wholes[key]?.inOrder ?? []), claimed),
  )
  const found = claimed.map((_, at) => between.reduce((sum, { share }, which) => sum + share * (maps[which]?.[at] as number), 0))
  const at = (level: number) => hoursAt(hours, interpolated(claimed, found, standardQuantile(level)))
  return {
    hours: { p10: at(0.1), p50: at(0.5), p90: at(0.9) },
    chanceOf: (addedUp) => {
      if (addedUp <= 0 || addedUp >= 1) return addedUp
      return standardCdf(interpolated(found, claimed, standardQuantile(addedUp)))
    },
  }
}

const keysOf = ({ name }: Horizon, mode: string): [key: string, size: number][] => [
  [name, lastOfHorizon],
  [`${name} ${mode}`, lastOfMode],
]

/** The middle of each horizon, in logarithms of hours. */
const middles = horizons.map(({ untilHours }, at) => {
  const from = horizons[at - 1]?.untilHours ?? 1
  return (Math.log(from) + Math.log(Number.isFinite(untilHours) ? untilHours : 4 * from)) / 2
})

const horizonsAbout = (hours: number): { horizon: Horizon; share: number }[] => {
  const place = Math.log(Math.max(1, hours))
  const above = middles.findIndex((middle) => middle > place)
  const only = above === 0 ? horizons[0] : above === -1 ? horizons.at(-1) : undefined
  if (only) return [{ horizon: only, share: 1 }]
  const [low, high] = [middles[above - 1] as number, middles[above] as number]
  const share = (place - low) / (high - low)
  return [
    { horizon: horizons[above - 1] as Horizon, share: 1 - share },
    { horizon: horizons[above] as Horizon, share },
  ]
}

/** Along straight lines between points in order, and beyond the ends as far off as at the end. */
const interpolated = (from: readonly number[], to: readonly number[], value: number): number => {
  const above = from.findIndex((each) => each > value)
  if (above === 0) return (to[0] as number) + value - (from[0] as number)
  if (above === -1) return (to.at(-1) as number) + value - (from.at(-1) as number)
  const [low, high] = [from[above - 1] as number, from[above] as number]
  const share = (value - low) / (high - low)
  return (to[above - 1] as number) + share * ((to[above] as number) - (to[above - 1] as number))
}
