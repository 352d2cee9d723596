import { thetaErrors } from '../methods/dynamic-theta.ts'
import type { Seen } from './setting.ts'

/** Errors of the past count half after a year of months or a quarter of weeks: series have quiet and wild times. */
const halfLife = 13

/** The longer the history, the closer the errors a method makes within it are to those it makes after it (exponent fitted over many series). */
const lengthExponent = -0.2

/** How much the usual change over a season says beside the errors of theta. */
const scaleShare = 0.15

/** Errors grow with the level, yet less than in proportion to it: sales of a product at its peak are harder to tell. */
const levelExponent = 0.3

/** Where the series stands now beside its mean, within a factor of five. */
const standing = (values: Float64Array): number => {
  const recent = Math.min(6, values.length)
  let now = 0
  let mean = 0
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    mean += value / values.length
    if (at >= values.length - recent) now += value / recent
  }
  return mean > 0 ? Math.min(5, Math.max(0.2, now / mean)) : 1
}

/**
 * How uncertain each step ahead is, up to a factor common to the pool: the geometric mean of the errors that theta has made so many
 * steps ahead and of those one step ahead, grown as simple smoothing has it, √(1 + (h − 1)·α²). The first is right
 * but noisy, the second steady. `scale` is the usual change over a season.
 */
export const uncertainty = (seen: Seen, horizon: number, scale: number): Float64Array => {
  const { values, indices } = seen
  const { errors, alpha } = thetaErrors(values, horizon, 0.5 ** (1 / halfLife))
  const season = indices.length
  const floor = 1e-6 * (Math.abs(seen.high) + Math.abs(seen.low)) + 1e-12
  const level = standing(values) ** levelExponent * values.length ** lengthExponent
  return Float64Array.from(errors, (_, at) => {
    let sum = 0
    let count = 0
    for (let near = Math.max(0, at - 2); near <= Math.min(horizon - 1, at + 2); near += 1) {
      sum += errors[near] as number
      count += 1
    }
    const grown = (errors[0] as number) * Math.sqrt(1 + at * alpha * alpha)
    const own = Math.sqrt(grown * (sum / count))
    // Between errors that grow with the season and errors that do not; counts scatter so.
    return (level * own ** (1 - scaleShare) * scale ** scaleShare + floor) * Math.sqrt(indices[season - 1 - (at % season)] as number)
  })
}
