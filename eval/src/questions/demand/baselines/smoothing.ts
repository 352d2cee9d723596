import type { TestSeries } from '../read-series.ts'
import { deseasonalised } from './naive2.ts'

const grid = (low: number, high: number, steps: number) => Array.from({ length: steps + 1 }, (_, at) => low + ((high - low) * at) / steps)

type Pass = { level: number; trend: number; error: number }

/** One pass of damped exponential smoothing; with β = 0 and no first trend it is simple exponential smoothing. */
const pass = (values: Float64Array, alpha: number, beta: number, phi: number, firstTrend: number): Pass => {
  let level = values[0] as number
  let trend = firstTrend
  let error = 0
  for (let at = 1; at < values.length; at += 1) {
    const wrong = (values[at] as number) - level - phi * trend
    error += wrong * wrong
    level += phi * trend + alpha * wrong
    trend = phi * trend + beta * wrong
  }
  return { level, trend, error }
}

const best = <Choice>(choices: Choice[], run: (choice: Choice) => Pass) =>
  choices.map((choice) => ({ choice, ...run(choice) })).reduce((least, one) => (one.error < least.error ? one : least))

const firstTrend = (values: Float64Array) => {
  const span = Math.min(10, values.length - 1)
  return span > 0 ? ((values[span] as number) - (values[0] as number)) / span : 0
}

/** Simple exponential smoothing of the deseasonalised series, α by least squares. */
export const ses = (series: TestSeries): Float64Array => {
  const { values, season } = deseasonalised(series)
  const { level } = best(grid(0.01, 0.99, 49), (alpha) => pass(values, alpha, 0, 0, 0))
  return season.map((index) => Math.max(0, index * level))
}

const dampedChoices = grid(0.02, 0.98, 16).flatMap((alpha) =>
  [0, 0.02, 0.05, 0.1, 0.2, 0.4].flatMap((share) => [0.8, 0.9, 0.95, 0.98].map((phi) => ({ alpha, beta: alpha * share, phi }))),
)

/** Damped trend (Gardner & McKenzie 1985) of the deseasonalised series, by least squares over a grid. */
export const damped = (series: TestSeries): Float64Array => {
  const { values, season } = deseasonalised(series)
  const start = firstTrend(values)
  const { level, trend, choice } = best(dampedChoices, ({ alpha, beta, phi }) => pass(values, alpha, beta, phi, start))
  let slope = 0
  return season.map((index, at) => {
    slope += trend * choice.phi ** (at + 1)
    return Math.max(0, index * (level + slope))
  })
}

/** The standard Theta method (Assimakopoulos & Nikolopoulos 2000): simple smoothing of the doubled curvature, and half the line's slope. */
export const theta = (series: TestSeries): Float64Array => {
  const { values, season } = deseasonalised(series)
  const count = values.length
  const middle = (count - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  let slope = 0
  let spread = 0
  values.forEach((value, at) => {
    slope += (at - middle) * (value - mean)
    spread += (at - middle) ** 2
  })
  slope = spread > 0 ? slope / spread : 0
  const line = (at: number) => mean + slope * (at - middle)
  const curved = values.map((value, at) => 2 * value - line(at))
  const { level } = best(grid(0.01, 0.99, 49), (alpha) => pass(curved, alpha, 0, 0, 0))
  return season.map((index, at) => Math.max(0, index * ((level + line(count + at)) / 2)))
}
