import { classify } from './classify.ts'
import { forecastCounts } from './count/forecast-counts.ts'
import { readHistory } from './count/history.ts'
import { dynamicTheta } from './methods/dynamic-theta.ts'
import { isSeasonal } from './season/is-seasonal.ts'
import { multiplicativeIndices } from './season/multiplicative-indices.ts'
import { type DemandClass, type DemandForecast, type DemandSeries, levels } from './series.ts'

const isCount = (values: ArrayLike<number>) => {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (value < 0 || (!Number.isNaN(value) && !Number.isInteger(value))) return false
  }
  return true
}

/** Below so many a period, demand is told in pieces: the normal distribution of smoothing errors says little of them. */
const fewPieces = 30

const comesInPieces = ({ values, regressors }: DemandSeries, demandClass: DemandClass) =>
  !regressors?.length && isCount(values) && ((demandClass !== 'smooth' && demandClass !== 'erratic') || averageOf(values) < fewPieces)

const averageOf = (values: ArrayLike<number>) => readHistory(values).mean

const forecastOne = (series: DemandSeries): DemandForecast => {
  const demandClass = classify(series.values)
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
export const forecastMany = (series: DemandSeries[]): DemandForecast[] => {
  const classes = series.map(({ values }) => classify(values))
  const counted = series.map((one, at) => comesInPieces(one, classes[at] as DemandClass))
  const groups = new Map<string, number[]>()
  for (const [at, one] of series.entries()) if (counted[at]) groups.set(one.group ?? '', [...(groups.get(one.group ?? '') ?? []), at])
  const forecasts: DemandForecast[] = []
  for (const members of groups.values()) {
    const answers = forecastCounts(members.map((at) => series[at] as DemandSeries))
    for (const [i, at] of members.entries())
      forecasts[at] = { ...(answers[i] as DemandForecast), season: 1, class: classes[at] as DemandClass }
  }
  for (const [at, one] of series.entries()) if (!counted[at]) forecasts[at] = forecastOne(one)
  return forecasts
}
