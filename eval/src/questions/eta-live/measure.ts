import { pinball } from '@lading/models/boosting/quantile-loss'
import type { HoursQuantiles } from '@lading/models/duration/journey'
import type { Measures } from '../../question.ts'

/** An arrival time as it was given, in hours from then, beside what came and what the simple rules said. */
export type Forecast = HoursQuantiles & {
  actual: number
  /** The probability of missing the promise, and whether it was missed. */
  miss: { probability: number; missed: boolean } | null
  naive: number | null
  plan: number
}

/** Errors in hours; shares of arrivals between P10 and P90 and not after P90; the Brier score of missing the promise. */
export const measure = (forecasts: Forecast[]): Measures => {
  const promised = forecasts.flatMap(({ miss }) => miss ?? [])
  return {
    mae: mean(forecasts.map(({ p50, actual }) => Math.abs(p50 - actual))),
    bias: mean(forecasts.map(({ p50, actual }) => p50 - actual)),
    pinball: mean(
      forecasts.map(({ p10, p50, p90, actual }) => (pinball(0.1, actual, p10) + pinball(0.5, actual, p50) + pinball(0.9, actual, p90)) / 3),
    ),
    coverageP10P90: mean(forecasts.map(({ p10, p90, actual }) => (actual >= p10 && actual <= p90 ? 1 : 0))),
    belowP10: mean(forecasts.map(({ p10, actual }) => (actual < p10 ? 1 : 0))),
    belowP50: mean(forecasts.map(({ p50, actual }) => (actual <= p50 ? 1 : 0))),
    belowP90: mean(forecasts.map(({ p90, actual }) => (actual <= p90 ? 1 : 0))),
    missBrier: mean(promised.map(({ probability, missed }) => (probability - (missed ? 1 : 0)) ** 2)),
    missed: mean(promised.map(({ missed }) => (missed ? 1 : 0))),
    missExpected: mean(promised.map(({ probability }) => probability)),
  }
}

export const measureRule = (forecasts: Forecast[], of: (forecast: Forecast) => number | null): Measures => ({
  mae: mean(
    forecasts.flatMap((forecast) => {
      const said = of(forecast)
      return said === null ? [] : Math.abs(said - forecast.actual)
    }),
  ),
})

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
