import { minimise } from '../fit/nelder-mead.ts'
import { firstLine } from './first-line.ts'
import type { Method } from './method.ts'

/** Which parameters a form of exponential smoothing has (Hyndman, Koehler, Ord & Snyder 2008): ETS(A,N,N) or (A,Ad,N). */
export type Trend = 'none' | 'damped'

/**
 * Squared errors of one pass, which leaves level and slope at the end of it in `end`. A function of its own with local numbers,
 * as numbers shared with a closure are allocated at each change.
 */
const pass = (
  values: Float64Array,
  length: number,
  alpha: number,
  beta: number,
  phi: number,
  firstLevel: number,
  firstSlope: number,
  end: Float64Array,
): number => {
  let level = firstLevel
  let slope = firstSlope
  let error = 0
  for (let at = 0; at < length; at += 1) {
    const carried = phi * slope
    const wrong = (values[at] as number) - level - carried
    error += wrong * wrong
    level += carried + alpha * wrong
    slope = carried + beta * wrong
  }
  end[0] = level
  end[1] = slope
  return error
}

/** Exponential smoothing by least squares, first states included. */
export const smoothing =
  (trend: Trend): Method =>
  (values, length, horizon) => {
    const start = firstLine(values, Math.min(10, length))
    let size = 0
    for (let at = 1; at < length; at += 1) size += Math.abs((values[at] as number) - (values[at - 1] as number)) / length
    size ||= 1

    const end = new Float64Array(2)
    const forms = {
      none: {
        start: [0.3, start.mean / size],
        low: [0.0001, start.mean / size - 20],
        high: [0.9999, start.mean / size + 20],
        run: (at: Float64Array) => pass(values, length, at[0] as number, 0, 0, (at[1] as number) * size, 0, end),
        phi: () => 0,
      },
      damped: {
        start: [0.3, 0.1, 0.95, start.level / size, start.slope / size],
        low: [0.0001, 0.0001, 0.8, start.level / size - 20, start.slope / size - 2],
        high: [0.9999, 0.9999, 0.98, start.level / size + 20, start.slope / size + 2],
        run: (at: Float64Array) =>
          pass(
            values,
            length,
            at[0] as number,
            (at[0] as number) * (at[1] as number),
            at[2] as number,
            (at[3] as number) * size,
            (at[4] as number) * size,
            end,
          ),
        phi: (at: Float64Array) => at[2] as number,
      },
    }
    const form = forms[trend]
    const { point } = minimise(form.run, form.start, form.low, form.high, { evaluations: 30 * form.start.length, step: 0.1 })
    form.run(point)
    const phi = form.phi(point)
    const forecast = new Float64Array(horizon)
    let carried = 0
    let power = phi
    for (let at = 0; at < horizon; at += 1) {
      carried += power * (end[1] as number)
      power *= phi
      forecast[at] = (end[0] as number) + carried
    }
    return forecast
  }
