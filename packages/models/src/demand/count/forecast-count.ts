import { type DemandSeries, levels, type Quantiles } from '../series.ts'

/** The smallest of the sorted values that at least a share `level` does not exceed. */
const quantileOf = (sorted: Float64Array, level: number) => sorted[Math.max(0, Math.ceil(level * sorted.length - 1e-9) - 1)] as number

/** Sums of the last `periods` known values up to each, sorted: what a lead time has needed so far (overlapping blocks, Boylan & Babai 2016). */
const blocks = (known: Float64Array, periods: number) => {
  const width = Math.min(periods, known.length)
  const sums = new Float64Array(known.length - width + 1)
  for (let at = 0; at < sums.length; at += 1)
    for (let offset = 0; offset < width; offset += 1) sums[at] = (sums[at] as number) + ((known[at + offset] as number) * periods) / width
  return sums.sort()
}

/** Demand as it has come so far, over one period and over several: right for parts that are asked for now and then. */
export const forecastCount = ({ values, horizon }: DemandSeries) => {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value))
  const single = blocks(known, 1)
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const over = (quantile: (level: number, at: number) => number): Quantiles =>
    Object.fromEntries(levels.map((level) => [level, Array.from({ length: horizon }, (_, at) => quantile(level, at))]))
  const sums = Array.from({ length: horizon }, (_, at) => blocks(known, at + 1))
  return {
    point: new Array<number>(horizon).fill(quantileOf(single, 0.5)),
    mean: new Array<number>(horizon).fill(mean),
    quantiles: over((level) => quantileOf(single, level)),
    cumulative: over((level, at) => Math.ceil(quantileOf(sums[at] as Float64Array, level))),
    method: 'history',
  }
}
