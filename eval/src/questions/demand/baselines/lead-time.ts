import { levels, type Quantiles } from '@lading/models/demand/series'
import type { TestSeries } from '../read-series.ts'

const moments = (train: Float64Array) => {
  const known = train.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length - 1)
  return { mean, variance }
}

const overPeriods = (horizon: number, quantile: (level: number, periods: number) => number): Quantiles =>
  Object.fromEntries(levels.map((level) => [level, Array.from({ length: horizon }, (_, at) => quantile(level, at + 1))]))

/** Acklam's rational approximation would do; bisection on the error function's series is plainer and fast enough here. */
const normalQuantile = (level: number): number => {
  let low = -10
  let high = 10
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (normalShare(middle) < level) low = middle
    else high = middle
  }
  return low
}

/** Abramowitz & Stegun 7.1.26. */
const normalShare = (value: number): number => {
  const size = Math.abs(value) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * size)
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-size * size)
  return value < 0 ? tail / 2 : 1 - tail / 2
}

const normalQuantiles = new Map(levels.map((level) => [level as number, normalQuantile(level)]))

/** What textbooks do: mean and standard deviation of history, and the normal distribution. */
export const normalDemand = ({ train, horizon }: TestSeries): Quantiles => {
  const { mean, variance } = moments(train)
  return overPeriods(horizon, (level, periods) =>
    Math.max(0, mean * periods + (normalQuantiles.get(level) as number) * Math.sqrt(variance * periods)),
  )
}

/** The smallest count whose share reaches the level, of a distribution given by its first term and the ratio of one term to the last. */
const smallest = (level: number, first: number, ratio: (count: number) => number, limit: number): number => {
  let term = first
  let share = first
  let count = 0
  while (share < level && count < limit) {
    count += 1
    term *= ratio(count)
    share += term
  }
  return count
}

const poissonQuantile = (level: number, mean: number, sd: number) =>
  mean > 500
    ? Math.max(0, Math.round(mean + sd * (normalQuantiles.get(level) as number)))
    : smallest(level, Math.exp(-mean), (count) => mean / count, mean + 50 * sd + 50)

/** Poisson demand at the mean of history. */
export const poissonDemand = ({ train, horizon }: TestSeries): Quantiles => {
  const { mean } = moments(train)
  return overPeriods(horizon, (level, periods) => poissonQuantile(level, mean * periods, Math.sqrt(mean * periods)))
}

/** Negative binomial demand with mean and variance of history; Poisson where the variance is no larger. */
export const negativeBinomialDemand = (series: TestSeries): Quantiles => {
  const { mean, variance } = moments(series.train)
  if (!(variance > mean)) return poissonDemand(series)
  return overPeriods(series.horizon, (level, periods) => {
    const size = (mean * mean * periods) / (variance - mean)
    const success = mean / variance
    const first = success ** size
    const sd = Math.sqrt(variance * periods)
    if (first < 1e-250) return Math.max(0, Math.round(mean * periods + sd * (normalQuantiles.get(level) as number)))
    return smallest(level, first, (count) => ((size + count - 1) / count) * (1 - success), mean * periods + 100 * sd + 50)
  })
}
