import { levels } from '../series.ts'

/** What a forecast missed by, step by step, how uncertain it was said to be, and what losses of its series are measured in. */
export type Miss = { errors: Float64Array; uncertainty: Float64Array; scale: number }

/** An error in units of uncertainty, and how much it counts. */
type Ratio = { ratio: number; weight: number }

/** Quantiles of errors in units of uncertainty: by step, in the order of the levels; for single periods and for sums up to a period. */
export type Spread = { single: Float64Array[]; cumulative: Float64Array[] }

/** Errors in units of uncertainty as we have found them over many series, in the order of the levels: what a pool too small to tell is given. */
const usual = [-9, -6.8, -5.3, -4, -2, 0, 2.1, 2.7, 4.3, 6, 8, 11]

/** How many series the usual spread counts for. */
const usualSeries = 20

/** Neighbouring steps have much the same spread. */
const neighbours = 3

/** The quantile of weighted values in rising order, linear between them. */
const quantileOf = (sorted: Ratio[], total: number, level: number): number => {
  let before = 0
  let last = sorted[0] as Ratio
  for (const one of sorted) {
    // Each value stands for the middle of its weight.
    const middle = before + one.weight / 2
    if (middle >= level * total) {
      const lastMiddle = before - last.weight / 2
      const share = one === sorted[0] || middle === lastMiddle ? 1 : (level * total - lastMiddle) / (middle - lastMiddle)
      return last.ratio + share * (one.ratio - last.ratio)
    }
    before += one.weight
    last = one
  }
  return last.ratio
}

/** Quantiles of what was seen, blended with the usual ones by how many series it was seen on; around zero, as points stay medians. */
const blended = (seen: Ratio[], series: number): Float64Array => {
  const sorted = seen.sort((one, other) => one.ratio - other.ratio)
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const blend = series / (series + usualSeries)
  return Float64Array.from(levels, (level, at) => {
    const ordinary = usual[at] as number
    const value = total > 0 ? blend * quantileOf(sorted, total, level) + (1 - blend) * ordinary : ordinary
    return level < 0.5 ? Math.min(0, value) : level > 0.5 ? Math.max(0, value) : 0
  })
}

/**
 * What a miss counts: between every series alike (so that shares of outcomes come out right) and each by its loss (so that losses come
 * out least), which is the larger the more uncertain a series is beside its scale.
 */
const weightOf = (uncertainty: number, scale: number) => Math.sqrt(uncertainty / scale)

/** How errors spread around the forecasts of a pool, from what it missed by in tests (split conformal prediction, pooled over series and neighbouring steps). */
export const spreadOf = (misses: Miss[], horizon: number): Spread => {
  const single = Array.from({ length: horizon }, (): Ratio[] => [])
  const cumulative = Array.from({ length: horizon }, (): Ratio[] => [])
  for (const { errors, uncertainty, scale } of misses) {
    let error = 0
    let unsure = 0
    for (let at = 0; at < horizon; at += 1) {
      const now = uncertainty[at] as number
      error += errors[at] as number
      unsure += now
      single[at]?.push({ ratio: (errors[at] as number) / now, weight: weightOf(now, scale) })
      cumulative[at]?.push({ ratio: error / unsure, weight: weightOf(unsure / (at + 1), scale) })
    }
  }
  const around = (steps: Ratio[][]) =>
    steps.map((_, at) => blended(steps.slice(Math.max(0, at - neighbours), at + neighbours + 1).flat(), misses.length))
  return { single: around(single), cumulative: around(cumulative) }
}
