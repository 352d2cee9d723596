import { pinball } from '@lading/models/boosting/quantile-loss'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import type { Measures } from '../../question.ts'

/** An arrival time as it was given, in hours from then, beside what came and what the simple rules said. */
export type Forecast = HoursQuantiles & {
  /** Hours under way that it stands for. */
  weight: number
  /** As far as the platform knew then. */
  onLastLeg: boolean
  actual: number
  /** The probability of missing the promise, and whether it was missed. */
  miss: { probability: number; missed: boolean } | null
  naive: number | null
  plan: number
}

/** Errors in hours; shares of arrivals between P10 and P90 and not after P90; the Brier score of missing the promise. */
export const measure = (forecasts: Forecast[]): Measures => {
  const mean = meanOver(forecasts)
  const share = (is: (forecast: Forecast) => boolean) => mean((forecast) => (is(forecast) ? 1 : 0))
  return {
    mae: mean(({ p50, actual }) => Math.abs(p50 - actual)),
    bias: mean(({ p50, actual }) => p50 - actual),
    pinball: mean(({ p10, p50, p90, actual }) => (pinball(0.1, actual, p10) + pinball(0.5, actual, p50) + pinball(0.9, actual, p90)) / 3),
    coverageP10P90: share(({ p10, p90, actual }) => actual >= p10 && actual <= p90),
    belowP10: share(({ p10, actual }) => actual < p10),
    belowP50: share(({ p50, actual }) => actual <= p50),
    belowP90: share(({ p90, actual }) => actual <= p90),
    missBrier: mean(({ miss }) => miss && (miss.probability - (miss.missed ? 1 : 0)) ** 2),
    missed: mean(({ miss }) => miss && (miss.missed ? 1 : 0)),
    missExpected: mean(({ miss }) => (miss ? miss.probability : null)),
  }
}

export const measureRule = (forecasts: Forecast[], says: (forecast: Forecast) => number | null): Measures => ({
  mae: meanOver(forecasts)((forecast) => {
    const said = says(forecast)
    return said === null ? null : Math.abs(said - forecast.actual)
  }),
})

/** By the hours that each stands for; of those that say something. */
const meanOver = (forecasts: Forecast[]) => (of: (forecast: Forecast) => number | null) => {
  let [sum, weights] = [0, 0]
  for (const forecast of forecasts) {
    const value = of(forecast)
    if (value === null) continue
    sum += forecast.weight * value
    weights += forecast.weight
  }
  return sum / weights
}
