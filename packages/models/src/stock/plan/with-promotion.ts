import type { ForecastDays } from './forecast-days.ts'

/** The forecast with the demand of some days (the first is 0) multiplied: what a promotion would do that works as those before it. */
export const withPromotion = (forecast: ForecastDays, isOn: (day: number) => boolean, lift: number): ForecastDays => {
  const factor = (day: number) => (isOn(day) ? lift : 1)
  const scaled = (values: number[]) => values.map((value, day) => value * factor(day))
  const ratio = runningRatio(forecast.mean, factor)
  const overall = (values: number[]) => values.map((value, day) => value * (ratio[day] as number))
  return {
    mean: scaled(forecast.mean),
    quantiles: mapped(forecast.quantiles, scaled),
    cumulative: mapped(forecast.cumulative, overall),
  }
}

// Sums grow as their expectation grows.
const runningRatio = (mean: number[], factor: (day: number) => number) => {
  let [before, after] = [0, 0]
  return mean.map((value, day) => {
    before += value
    after += value * factor(day)
    return before > 0 ? after / before : 1
  })
}

const mapped = (quantiles: ForecastDays['quantiles'], change: (values: number[]) => number[]) =>
  Object.fromEntries(Object.entries(quantiles).map(([level, values]) => [level, change(values)]))
