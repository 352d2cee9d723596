import { classify } from './classify.ts'
import { forecastCount } from './count/forecast-count.ts'
import { dynamicTheta } from './methods/dynamic-theta.ts'
import { isSeasonal } from './season/is-seasonal.ts'
import { multiplicativeIndices } from './season/multiplicative-indices.ts'
import { type DemandForecast, type DemandSeries, levels } from './series.ts'

const isCount = (values: ArrayLike<number>) => {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (value < 0 || (!Number.isNaN(value) && !Number.isInteger(value))) return false
  }
  return true
}

const forecastOne = (series: DemandSeries): DemandForecast => {
  const demandClass = classify(series.values)
  const counted = isCount(series.values) && !series.regressors?.length && demandClass !== 'smooth' && demandClass !== 'erratic'
  if (counted) return { ...forecastCount(series), season: 1, class: demandClass, reasons: [] }
  const values = Float64Array.from(series.values)
  const season = isSeasonal(values, series.period) ? series.period : 1
  const indices = season > 1 ? multiplicativeIndices(values, season) : [1]
  const index = (at: number) => indices[at % season] || 1
  const adjusted = values.map((value, at) => value / index(at))
  const point = Array.from(dynamicTheta(adjusted, values.length, series.horizon), (value, at) => value * index(values.length + at))
  const same = Object.fromEntries(levels.map((level) => [level, point]))
  return { point, mean: point, quantiles: same, cumulative: same, method: 'theta', season, class: demandClass, reasons: [] }
}

/** Forecasts of many series at once. */
export const forecastMany = (series: DemandSeries[]): DemandForecast[] => series.map(forecastOne)
