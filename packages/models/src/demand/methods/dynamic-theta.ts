import { minimise } from '../fit/nelder-mead.ts'

/**
 * The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016): simple smoothing of the series
 * plus a share, 1 − 1/θ, of the line through all that is known so far. α, θ and the first level by least squares.
 */
export const dynamicTheta = (values: Float64Array, length: number, horizon: number): Float64Array => {
  const forecast = new Float64Array(horizon)
  const first = values[0] as number
  if (length < 3) return forecast.fill(values[length - 1] as number)
  let size = 0
  for (let at = 0; at < length; at += 1) size += Math.abs(values[at] as number) / length

  const run = (alpha: number, theta: number, start: number, out?: Float64Array) => {
    const share = 1 - 1 / theta
    let level = alpha * first + (1 - alpha) * start
    let mean = first
    let slope = 0
    let base = first
    let decay = 1 - alpha
    let error = 0
    const end = out ? length + horizon : length
    for (let at = 1; at < end; at += 1) {
      const expected = level + share * (decay * base + ((1 - decay * (1 - alpha)) / alpha) * slope)
      decay *= 1 - alpha
      let value = expected
      if (at < length) {
        value = values[at] as number
        if (at > 2) error += (value - expected) ** 2
      } else if (out) out[at - length] = expected
      const count = at + 1
      slope = ((count - 2) * slope + (6 / count) * (value - mean)) / (count + 1)
      mean += (value - mean) / count
      base = mean - (slope * (count + 1)) / 2
      level += alpha * (value - level)
    }
    return error
  }
  const scaled = size || 1
  const { point } = minimise(
    (at) => run(at[0] as number, at[1] as number, (at[2] as number) * scaled),
    [0.5, 2, first / 2 / scaled],
    [0.005, 1, (first - 5 * scaled) / scaled],
    [0.995, 15, (first + 5 * scaled) / scaled],
    { evaluations: 150, step: 0.12 },
  )
  run(point[0] as number, point[1] as number, (point[2] as number) * scaled, forecast)
  return forecast
}
