import { pinball } from '@lading/models/boosting/quantile-loss'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import type { Measures } from '../../question.ts'

/** Errors in hours; shares of the journeys that ended between P10 and P90, and not after P90. */
export const measure = (actual: number[], predicted: HoursQuantiles[]): Measures => {
  const many = actual.length
  const mean = (of: (hours: number, its: HoursQuantiles) => number) =>
    actual.reduce((sum, hours, at) => sum + of(hours, predicted[at] as HoursQuantiles), 0) / many
  const errors = actual.map((hours, at) => Math.abs(hours - (predicted[at] as HoursQuantiles).p50)).sort((one, other) => one - other)
  const upper = errors[many >> 1] as number
  return {
    mae: mean((hours, { p50 }) => Math.abs(hours - p50)),
    medianAe: many % 2 === 1 ? upper : (upper + (errors[many / 2 - 1] as number)) / 2,
    pinball: mean((hours, { p10, p50, p90 }) => pinball(0.1, hours, p10) + pinball(0.5, hours, p50) + pinball(0.9, hours, p90)) / 3,
    coverageP10P90: mean((hours, { p10, p90 }) => (hours >= p10 && hours <= p90 ? 1 : 0)),
    belowP90: mean((hours, { p90 }) => (hours <= p90 ? 1 : 0)),
  }
}
