import { classify } from './classify.ts'
import { forecastCounts } from './count/forecast-counts.ts'
import { readHistory } from './count/history.ts'
import { forecastDriven } from './drivers/forecast-driven.ts'
import { fillGaps } from './fill-gaps.ts'
import { forecastPool } from './pool/forecast-pool.ts'
import { type DemandClass, type DemandForecast, type DemandSeries, levels, type Quantiles } from './series.ts'

const isCount = (values: ArrayLike<number>) => {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (value < 0 || (!Number.isNaN(value) && !Number.isInteger(value))) return false
  }
  return true
}

/** Below so many a period demand is told in pieces, whatever its history; below so many, where the history is too short to show a season. */
const fewPieces = 5
const fewPiecesShortly = 100

type Route = 'count' | 'pool' | 'driven'

/** Parts that are asked for now and then are counted; what is driven is looked at by its drivers; everything else has a level, a trend and perhaps seasons. */
const routeOf = ({ values, period, regressors }: DemandSeries, demandClass: DemandClass): Route => {
  if (regressors?.length) return 'driven'
  if (!isCount(values)) return 'pool'
  if (demandClass !== 'smooth' && demandClass !== 'erratic') return 'count'
  const { mean } = readHistory(values)
  return mean < fewPieces || (mean < fewPiecesShortly && values.length < 3 * period) ? 'count' : 'pool'
}

/** Demand is never negative, so what is needed over more periods is never less. */
const neverFalling = (cumulative: Quantiles): Quantiles =>
  Object.fromEntries(
    levels.map((level) => {
      let most = Number.NEGATIVE_INFINITY
      return [
        level,
        (cumulative[level] as number[]).map((value) => {
          most = Math.max(most, value)
          return most
        }),
      ]
    }),
  )

/** Drivers over history and horizon, what is unknown of them taken as zero. */
const driversOf = ({ regressors = [], futureRegressors = [], values, horizon }: DemandSeries): Float64Array[] =>
  regressors.map((past, driver) =>
    Float64Array.from({ length: values.length + horizon }, (_, at) => {
      const value = at < values.length ? past[at] : futureRegressors[driver]?.[at - values.length]
      return value === undefined || Number.isNaN(value) ? 0 : value
    }),
  )

const grouped = <Item>(items: Iterable<Item>, key: (item: Item) => string): Item[][] => [...Map.groupBy(items, key).values()]

/** Forecasts of many series at once, in their order. Series of the same period and horizon learn from each other, counts from their group. */
export const forecastMany = (series: DemandSeries[]): DemandForecast[] => {
  const all = series.map((one, at) => {
    const demandClass = classify(one.values)
    return { at, one, demandClass, route: routeOf(one, demandClass) }
  })
  const forecasts = new Array<DemandForecast>(series.length)
  const counted = all.filter(({ route }) => route === 'count')
  for (const members of grouped(counted, ({ one }) => one.group ?? '')) {
    forecastCounts(members.map(({ one }) => one)).forEach((forecast, position) => {
      const { at, demandClass } = members[position] as (typeof members)[number]
      forecasts[at] = { ...forecast, season: 1, class: demandClass }
    })
  }
  const smooth = all.filter(({ route }) => route !== 'count')
  for (const members of grouped(smooth, ({ one }) => [one.period, one.horizon, one.regressors?.length ?? 0].join())) {
    const { period, horizon, regressors } = (members[0] as (typeof members)[number]).one
    const histories = members.map(({ one }) => fillGaps(one.values, period))
    const answers = regressors?.length
      ? forecastDriven(
          { period, horizon },
          members.map(({ one }, at) => ({ values: histories[at] as Float64Array, drivers: driversOf(one), group: one.group ?? '' })),
        )
      : forecastPool({ period, horizon }, histories)
    answers.forEach((forecast, position) => {
      const { at, demandClass } = members[position] as (typeof members)[number]
      const negative = histories[position]?.some((value) => value < 0)
      const cumulative = negative ? forecast.cumulative : neverFalling(forecast.cumulative)
      forecasts[at] = { ...forecast, cumulative, class: demandClass }
    })
  }
  return forecasts
}

/** The forecast of one series by itself. */
export const forecast = (series: DemandSeries): DemandForecast => forecastMany([series])[0] as DemandForecast
