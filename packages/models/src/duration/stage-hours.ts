import { standardQuantile } from '../distribution/normal.ts'
import type { HoursQuantiles } from './journey.ts'

/** Standard deviations from the middle to the 90 % quantile of a normal distribution. */
const ninety = 1.2815515594457
/** How much faster than a normal distribution the late side grows: goods are seldom very early and sometimes very late. */
const lateness = 0.4

/**
 * How far from the middle a duration is at so many standard normal deviations, as a share of the distance to P10 or P90: normal on the
 * early side, growing exponentially on the late side; -1 at P10 and 1 at P90 exactly.
 */
export const reachAt = (deviations: number): number =>
  deviations < 0 ? deviations / ninety : Math.expm1(lateness * deviations) / Math.expm1(lateness * ninety)

export const hoursAtReach = ({ p10, p50, p90 }: HoursQuantiles, reach: number): number =>
  reach < 0 ? Math.max(0, p50 + reach * (p50 - p10)) : p50 + reach * (p90 - p50)

/** A duration between its three known quantiles and beyond them. It goes through P10, P50 and P90 exactly, and is never below nothing. */
export const hoursAt = (stage: HoursQuantiles, deviations: number): number => hoursAtReach(stage, reachAt(deviations))

/** How many standard normal deviations a duration is from the middle: `hoursAt` the other way round. */
export const deviationsOf = ({ p10, p50, p90 }: HoursQuantiles, hours: number): number => {
  if (hours < p50) return p50 > p10 ? (ninety * (hours - p50)) / (p50 - p10) : Number.NEGATIVE_INFINITY
  if (p90 <= p50) return hours > p50 ? Number.POSITIVE_INFINITY : 0
  return Math.log1p(((hours - p50) / (p90 - p50)) * Math.expm1(lateness * ninety)) / lateness
}

export const hoursAtLevel = (stage: HoursQuantiles, level: number): number => hoursAt(stage, standardQuantile(level))
