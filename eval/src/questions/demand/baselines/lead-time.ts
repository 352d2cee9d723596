import { writeQuantiles } from '@lading/models/demand/count/lead-time-quantiles'
import { levels, type Quantiles } from '@lading/models/demand/series'
import { normal } from '@lading/models/distribution/normal'
import type { TestSeries } from '../read-series.ts'

const moments = (train: Float64Array) => {
  const known = train.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length - 1)
  return { mean, variance }
}

/** By level, for every number of periods up to the horizon, what `quantiles` says of as many periods at all levels. */
const overPeriods = (horizon: number, quantiles: (periods: number) => ArrayLike<number>): Quantiles => {
  const sums = Array.from({ length: horizon }, (_, at) => quantiles(at + 1))
  return Object.fromEntries(levels.map((level, index) => [level, sums.map((sum) => sum[index] as number)]))
}

const counts = ({ horizon }: TestSeries, mean: number, variance: number) =>
  overPeriods(horizon, (periods) => writeQuantiles(periods * mean, periods * variance, levels, new Float64Array(levels.length)))

/** What textbooks do: mean and standard deviation of history, and the normal distribution. */
export const normalDemand = ({ train, horizon }: TestSeries): Quantiles => {
  const { mean, variance } = moments(train)
  return overPeriods(horizon, (periods) => {
    const { quantile } = normal(mean * periods, Math.sqrt(variance * periods))
    return levels.map((level) => Math.max(0, quantile(level)))
  })
}

/** Poisson demand at the mean of history. */
export const poissonDemand = (series: TestSeries): Quantiles => {
  const { mean } = moments(series.train)
  return counts(series, mean, mean)
}

/** Negative binomial demand with mean and variance of history; Poisson where the variance is no larger. */
export const negativeBinomialDemand = (series: TestSeries): Quantiles => {
  const { mean, variance } = moments(series.train)
  return counts(series, mean, variance)
}
