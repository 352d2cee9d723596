import { solveSymmetric } from '../fit/least-squares.ts'

type Fitted = { criterion: number; coefficients: Float64Array; lags: number[] }

/** Least squares of a sequence on its own past, without a constant. */
const regress = (changes: Float64Array, lags: number[], from: number): Fitted => {
  const size = lags.length
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  let total = 0
  for (let at = from; at < changes.length; at += 1) {
    const value = changes[at] as number
    total += value * value
    for (let row = 0; row < size; row += 1) {
      const past = changes[at - (lags[row] as number)] as number
      right[row] = (right[row] as number) + past * value
      for (let column = 0; column <= row; column += 1)
        matrix[row * size + column] = (matrix[row * size + column] as number) + past * (changes[at - (lags[column] as number)] as number)
    }
  }
  for (let row = 0; row < size; row += 1)
    for (let column = row + 1; column < size; column += 1) matrix[row * size + column] = matrix[column * size + row] as number
  const moments = Float64Array.from(right)
  const solved = solveSymmetric(matrix, right, size, 0.01)
  let explained = 0
  for (let row = 0; row < size; row += 1) explained += (right[row] as number) * (moments[row] as number)
  const count = changes.length - from
  const error = Math.max(total - explained, 1e-12 * total + 1e-300)
  const parameters = size + 1
  const correction = count - parameters - 1
  return {
    coefficients: right,
    lags,
    criterion:
      solved && correction > 0
        ? count * Math.log(error / count) + 2 * parameters + (2 * parameters * (parameters + 1)) / correction
        : Number.POSITIVE_INFINITY,
  }
}

/** Autoregression of the changes from one period to the next, its order by corrected Akaike information; the ARIMA(p,1,0) family. */
export const autoregression = (values: Float64Array, length: number, horizon: number, season: number): Float64Array => {
  const changes = new Float64Array(length - 1)
  for (let at = 1; at < length; at += 1) changes[at - 1] = (values[at] as number) - (values[at - 1] as number)
  const longest = Math.min(5, Math.floor(changes.length / 5))
  const seasonal = season > 1 && changes.length > 3 * season ? [season] : []
  const from = Math.max(longest, ...seasonal, 0)
  let best: Fitted = { coefficients: new Float64Array(0), lags: [], criterion: Number.POSITIVE_INFINITY }
  for (let order = 1; order <= longest; order += 1) {
    const lags = Array.from({ length: order }, (_, at) => at + 1)
    for (const extra of seasonal.length ? [[], seasonal] : [[]]) {
      const fitted = regress(changes, [...lags, ...extra], from)
      if (fitted.criterion < best.criterion) best = fitted
    }
  }
  const forecast = new Float64Array(horizon)
  const all = new Float64Array(changes.length + horizon)
  all.set(changes)
  let value = values[length - 1] as number
  for (let at = 0; at < horizon; at += 1) {
    let change = 0
    const now = changes.length + at
    for (let row = 0; row < best.lags.length; row += 1)
      change += (best.coefficients[row] as number) * (all[now - (best.lags[row] as number)] as number)
    all[now] = change
    value += change
    forecast[at] = value
  }
  return forecast
}
