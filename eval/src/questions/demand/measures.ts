import type { Quantiles } from '@lading/models/demand/series'
import type { Measures } from '../../question.ts'
import type { TestSeries } from './read-series.ts'

/** What a method says of one series. Simple rules say no more than a point, or than the sum over the first three periods. */
export type Answer = { point?: ArrayLike<number>; quantiles?: Quantiles; cumulative?: Quantiles }

/** Over how many periods demand is summed, and for which levels, where counts are judged: a lead time and its service levels. */
const leadPeriods = 3
const leadLevels = [0.5, 0.8, 0.9, 0.95, 0.99]

/** Mean absolute (squared) change over one season, or over one period where that is zero: the yardstick of MASE (Hyndman & Koehler 2006). */
export const scaleOf = (train: Float64Array, period: number, power: 1 | 2): number => {
  for (const lag of [period, 1]) {
    let sum = 0
    let count = 0
    for (let at = lag; at < train.length; at += 1) {
      const change = Math.abs((train[at] as number) - (train[at - lag] as number))
      if (Number.isNaN(change)) continue
      sum += change ** power
      count += 1
    }
    if (sum > 0) return power === 1 ? sum / count : Math.sqrt(sum / count)
  }
  return Number.NaN
}

const pinball = (actual: number, quantile: number, level: number) =>
  actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual)

/** The mean of what is a number: a series without a yardstick (constant history), or a period without an outcome, is left out. */
const meanOf = (values: number[]) => {
  const numbers = values.filter((value) => !Number.isNaN(value))
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length
}

const overHorizon = (test: Float64Array, measure: (actual: number, at: number) => number) => meanOf(Array.from(test, measure))

export const isCount = (values: Float64Array) => values.every((value) => Number.isNaN(value) || (value >= 0 && Number.isInteger(value)))

const pointMeasures = ({ test, train, period }: TestSeries, point: ArrayLike<number>): Measures => {
  const error = (actual: number, at: number) => (point[at] as number) - actual
  return {
    smape: overHorizon(test, (actual, at) => {
      const size = Math.abs(actual) + Math.abs(point[at] as number)
      return size > 0 ? (200 * Math.abs(error(actual, at))) / size : actual === 0 ? 0 : Number.NaN
    }),
    mase: overHorizon(test, (actual, at) => Math.abs(error(actual, at))) / scaleOf(train, period, 1),
    rmsse: Math.sqrt(overHorizon(test, (actual, at) => error(actual, at) ** 2)) / scaleOf(train, period, 2),
    bias: overHorizon(test, error) / scaleOf(train, period, 1),
  }
}

const quantileMeasures = ({ test, train, period }: TestSeries, quantiles: Quantiles): Measures => {
  const scale = scaleOf(train, period, 1)
  const quantile = (level: number, at: number) => quantiles[level]?.[at] ?? Number.NaN
  const spl = (level: number) => overHorizon(test, (actual, at) => pinball(actual, quantile(level, at), level)) / scale
  const share = (holds: (actual: number, at: number) => boolean) =>
    overHorizon(test, (actual, at) => (Number.isNaN(actual) ? actual : Number(holds(actual, at))))
  const inside = (low: number, high: number) => share((actual, at) => actual >= quantile(low, at) && actual <= quantile(high, at))
  return {
    spl50: spl(0.5),
    spl90: spl(0.9),
    spl95: spl(0.95),
    coverage80: inside(0.1, 0.9),
    coverage95: inside(0.025, 0.975),
    below95: share((actual, at) => actual <= quantile(0.95, at)),
  }
}

/**
 * Loss per period of the lead time. The yardstick is the change from one period to the next, as counts of this kind show no season;
 * `cum3PinballSeasonal` is over the yardstick of MASE instead.
 */
const leadMeasures = ({ test, train, period }: TestSeries, cumulative: Quantiles): Measures => {
  const sum = test.slice(0, leadPeriods).reduce((total, value) => total + value, 0)
  const quantile = (level: number) => cumulative[level]?.[leadPeriods - 1] ?? Number.NaN
  const loss = leadLevels.reduce((total, level) => total + pinball(sum, quantile(level), level), 0) / leadLevels.length / leadPeriods
  return {
    cum3Pinball: loss / scaleOf(train, 1, 1),
    cum3PinballSeasonal: loss / scaleOf(train, period, 1),
    cum3Coverage95: Number.isNaN(sum) ? sum : Number(sum <= quantile(0.95)),
  }
}

const owaOf = (model: Measures, naive2: Measures) =>
  ((model.smape as number) / (naive2.smape as number) + (model.mase as number) / (naive2.mase as number)) / 2

/** The measures of one method over all series; `naive2` are those of the reference, once they are known. */
export const measure = (series: TestSeries[], answers: Answer[], naive2?: Measures): Measures => {
  const counts = series.every(({ train, test }) => isCount(train) && isCount(test) && test.length >= leadPeriods)
  const perSeries = series.map((one, at): Measures => {
    const { point, quantiles, cumulative } = answers[at] as Answer
    return {
      ...(point && pointMeasures(one, point)),
      ...(quantiles && quantileMeasures(one, quantiles)),
      ...(cumulative && counts && leadMeasures(one, cumulative)),
    }
  })
  const names = Object.keys(perSeries[0] ?? {})
  const means: Measures = Object.fromEntries(names.map((name) => [name, meanOf(perSeries.map((measures) => measures[name] as number))]))
  return 'mase' in means ? { ...means, owa: naive2 ? owaOf(means, naive2) : 1 } : means
}
