import { levels } from '../series.ts'
import type { DrivenSeries } from './driven-series.ts'
import { factorAt } from './effects.ts'

/** Quantiles (in the order of the levels), mean and variance of each step. */
export type Step = { quantiles: Float64Array; mean: number; variance: number }

/** How much a period with other drivers, a standard deviation apart, says of the one to come; never nothing. */
const likeness = (apart: number) => Math.max(0.02, Math.exp(-4 * apart * apart))

/** What another weekday says beside the same one. */
const otherPosition = 0.6

/** The level after each value, with what the drivers did taken out: slow exponential smoothing. */
const slowLevels = (values: Float64Array, factors: Float64Array): Float64Array => {
  const weight = 0.03
  let level = 0
  let known = 0
  const slow = values.map((value, at) => {
    known += 1
    level += Math.max(weight, 1 / known) * (value / (factors[at] as number) - level)
    return level
  })
  const floor = 0.1 * (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)) + 1e-12
  return slow.map((value) => Math.max(value, floor))
}

/**
 * Demand as it was in periods like the one to come: under the same drivers, of late rather than long ago, at the same place in the
 * season. `follow` says how far what was sold then is brought to the level of now (0: not at all, 1: in full).
 */
export const analogues = (
  { values, drivers }: DrivenSeries,
  length: number,
  horizon: number,
  period: number,
  effects: Float64Array,
  scales: Float64Array,
  follow: number,
): Step[] => {
  const history = values.slice(0, length)
  const factors = history.map((_, at) => factorAt(drivers, at, effects, scales))
  const slow = slowLevels(history, factors)
  const now = slow[length - 1] as number
  const scaled = history.map((value, at) => value * (now / (slow[at] as number)) ** follow)
  const order = Uint32Array.from(scaled.keys()).sort((one, other) => (scaled[one] as number) - (scaled[other] as number))
  const halfLife = Math.max(8 * horizon, 4 * period)
  const age = history.map((_, at) => 0.5 ** ((length - 1 - at) / halfLife))
  const weights = new Float64Array(length)
  return Array.from({ length: horizon }, (_, step) => {
    const coming = length + step
    let total = 0
    let mean = 0
    for (let at = 0; at < length; at += 1) {
      let weight = age[at] as number
      for (let driver = 0; driver < drivers.length; driver += 1) {
        const scale = scales[driver] as number
        if (scale > 0) weight *= likeness(((drivers[driver]?.[at] as number) - (drivers[driver]?.[coming] as number)) / scale)
      }
      if ((coming - at) % period !== 0) weight *= otherPosition
      weights[at] = weight
      total += weight
      mean += weight * (scaled[at] as number)
    }
    mean /= total
    const quantiles = new Float64Array(levels.length)
    let variance = 0
    let passed = 0
    let level = 0
    for (const at of order) {
      const value = scaled[at] as number
      passed += weights[at] as number
      variance += ((weights[at] as number) * (value - mean) ** 2) / total
      while (level < levels.length && passed >= (levels[level] as number) * total - 1e-12 * total) {
        quantiles[level] = value
        level += 1
      }
    }
    for (; level < levels.length; level += 1) quantiles[level] = scaled[order[length - 1] as number] as number
    return { quantiles, mean, variance }
  })
}
