import { minimise } from '../fit/nelder-mead.ts'
import type { Method } from './method.ts'

/** α, θ and the first level of a fitted model. */
export type ThetaFit = { alpha: number; theta: number; start: number }

/** Level, and the line through what is known so far (base and slope at its end), after `count` values. */
type State = { level: number; mean: number; slope: number; base: number; decay: number; count: number }

const begin = (first: number, { alpha, start }: ThetaFit): State => ({
  level: alpha * first + (1 - alpha) * start,
  mean: first,
  slope: 0,
  base: first,
  decay: 1 - alpha,
  count: 1,
})

const expected = ({ level, base, slope, decay }: State, { alpha, theta }: ThetaFit) =>
  level + (1 - 1 / theta) * (decay * base + ((1 - decay * (1 - alpha)) / alpha) * slope)

const advance = (state: State, value: number, { alpha }: ThetaFit) => {
  state.decay *= 1 - alpha
  state.count += 1
  state.slope = ((state.count - 2) * state.slope + (6 / state.count) * (value - state.mean)) / (state.count + 1)
  state.mean += (value - state.mean) / state.count
  state.base = state.mean - (state.slope * (state.count + 1)) / 2
  state.level += alpha * (value - state.level)
}

/** Squared errors one step ahead from the fourth value on: the main loop of fitting, which is why it keeps its state in local numbers. */
const squaredError = (values: Float64Array, length: number, alpha: number, theta: number, start: number): number => {
  const keep = 1 - alpha
  const share = 1 - 1 / theta
  let mean = values[0] as number
  let base = mean
  let slope = 0
  let level = alpha * mean + keep * start
  let decay = keep
  let sum = 0
  for (let at = 1; at < length; at += 1) {
    const value = values[at] as number
    const next = decay * keep
    const wrong = value - level - share * (decay * base + ((1 - next) / alpha) * slope)
    if (at > 2) sum += wrong * wrong
    decay = next
    const count = at + 1
    slope = ((count - 2) * slope + (6 / count) * (value - mean)) / (count + 1)
    mean += (value - mean) / count
    base = mean - (slope * (count + 1)) / 2
    level += alpha * (value - level)
  }
  return sum
}

/** α, θ and the first level by least squares. */
export const fitTheta = (values: Float64Array, length: number, evaluations = 150): ThetaFit => {
  const first = values[0] as number
  let size = 0
  for (let at = 0; at < length; at += 1) size += Math.abs(values[at] as number) / length
  size ||= 1
  const at = first / size
  const { point } = minimise(
    (point) => squaredError(values, length, point[0] as number, point[1] as number, (point[2] as number) * size),
    [0.5, 2, at / 2],
    [0.005, 1, at - 5],
    [0.995, 15, at + 5],
    { evaluations, step: 0.12 },
  )
  return { alpha: point[0] as number, theta: point[1] as number, start: (point[2] as number) * size }
}

/** Evaluations that come close, where no more is needed than an idea of the series. */
const roughly = 60

/** Forecasts from a state by taking each forecast for the value that comes. */
const runOn = (state: State, fit: ThetaFit, forecast: Float64Array) => {
  for (let at = 0; at < forecast.length; at += 1) {
    const value = expected(state, fit)
    forecast[at] = value
    advance(state, value, fit)
  }
}

const forecastTheta = (values: Float64Array, length: number, horizon: number, evaluations?: number): Float64Array => {
  const forecast = new Float64Array(horizon)
  if (length < 3) return forecast.fill(values[length - 1] as number)
  const fit = fitTheta(values, length, evaluations)
  const state = begin(values[0] as number, fit)
  for (let at = 1; at < length; at += 1) advance(state, values[at] as number, fit)
  runOn(state, fit, forecast)
  return forecast
}

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016): simple smoothing of the series
 * plus a share, 1 − 1/θ, of the line through all that is known so far.
 */
export const dynamicTheta: Method = (values, length, horizon) => forecastTheta(values, length, horizon)

/** The same, fitted no better than is needed to compare ways of looking at a series. */
export const roughTheta: Method = (values, length, horizon) => forecastTheta(values, length, horizon, roughly)

/**
 * Mean absolute errors of such forecasts by steps ahead from the points of the past, later ones weighing more (`memory` per period):
 * how uncertain this series is now, and how its uncertainty grows. The parameters have seen what they are judged by, so that
 * errors to come are larger.
 */
export const thetaErrors = (values: Float64Array, horizon: number, memory: number): { errors: Float64Array; alpha: number } => {
  const length = values.length
  const errors = new Float64Array(horizon)
  if (length < 4) return { errors: errors.fill(Math.abs((values[length - 1] as number) - (values[0] as number))), alpha: 1 }
  const fit = fitTheta(values, length, roughly)
  const state = begin(values[0] as number, fit)
  const weights = new Float64Array(horizon)
  const forecast = new Float64Array(horizon)
  const ahead: State = { ...state }
  const from = Math.max(2, length >> 2)
  // Errors fade: what has less than a hundredth of the weight of the last one is not worth computing.
  const earliest = Math.max(from, Math.floor(length - horizon - Math.log(100) / -Math.log(memory)))
  // Neighbouring points of the past say much the same.
  const stride = length - earliest > 40 ? 2 : 1
  for (let at = 1; at < length; at += 1) {
    if (at >= earliest && (length - at) % stride === 0) {
      ahead.level = state.level
      ahead.mean = state.mean
      ahead.slope = state.slope
      ahead.base = state.base
      ahead.decay = state.decay
      ahead.count = state.count
      runOn(ahead, fit, forecast)
      for (let step = 0; step < horizon && at + step < length; step += 1) {
        const weight = memory ** (length - at - step)
        errors[step] = (errors[step] as number) + weight * Math.abs((values[at + step] as number) - (forecast[step] as number))
        weights[step] = (weights[step] as number) + weight
      }
    }
    advance(state, values[at] as number, fit)
  }
  for (let step = 0; step < horizon; step += 1)
    errors[step] = weights[step] ? (errors[step] as number) / (weights[step] as number) : (errors[step - 1] as number)
  return { errors, alpha: fit.alpha }
}
