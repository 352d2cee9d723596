import { levels } from '../series.ts'

/** What a forecast missed by, step by step, and how uncertain it was said to be. */
export type Miss = { errors: Float64Array; uncertainty: Float64Array }

/** Quantiles of errors in units of uncertainty: by step, in the order of the levels; for single periods and for sums up to a period. */
export type Spread = { single: Float64Array[]; cumulative: Float64Array[] }

/** Errors in units of uncertainty as we have found them over many series, in the order of the levels: what a pool too small to tell is given. */
const usual = [-10, -7.2, -5.3, -3.7, -1.8, 0, 1.8, 2.4, 3.9, 5.6, 7.6, 10.5]

/** How many series the usual spread counts for. */
const usualSeries = 5

/** Neighbouring steps have much the same spread. */
const neighbours = 3

/** Linear between the sorted values. */
const quantileOf = (sorted: Float64Array, level: number): number => {
  const position = level * (sorted.length - 1)
  const below = Math.floor(position)
  const value = sorted[below] as number
  return value + (position - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - value)
}

/** Quantiles of what was seen, blended with the usual ones by how many series it was seen on; around zero, as points stay medians. */
const blended = (seen: number[], series: number): Float64Array => {
  const sorted = Float64Array.from(seen).sort()
  const weight = series / (series + usualSeries)
  return Float64Array.from(levels, (level, at) => {
    const ordinary = usual[at] as number
    const value = sorted.length > 0 ? weight * quantileOf(sorted, level) + (1 - weight) * ordinary : ordinary
    return level < 0.5 ? Math.min(0, value) : level > 0.5 ? Math.max(0, value) : 0
  })
}

/** How errors spread around the forecasts of a pool, from what it missed by in tests (split conformal prediction, pooled over series and neighbouring steps). */
export const spreadOf = (misses: Miss[], horizon: number): Spread => {
  const single = Array.from({ length: horizon }, (): number[] => [])
  const cumulative = Array.from({ length: horizon }, (): number[] => [])
  for (const { errors, uncertainty } of misses) {
    let error = 0
    let unsure = 0
    for (let at = 0; at < horizon; at += 1) {
      error += errors[at] as number
      unsure += uncertainty[at] as number
      single[at]?.push((errors[at] as number) / (uncertainty[at] as number))
      cumulative[at]?.push(error / unsure)
    }
  }
  const around = (steps: number[][]) =>
    steps.map((_, at) => blended(steps.slice(Math.max(0, at - neighbours), at + neighbours + 1).flat(), misses.length))
  return { single: around(single), cumulative: around(cumulative) }
}
