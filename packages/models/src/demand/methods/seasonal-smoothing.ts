import { minimise } from '../fit/nelder-mead.ts'
import { firstLine } from './first-line.ts'

/**
 * Holt–Winters smoothing with a damped trend and an additive season that keeps adapting (ETS(A,Ad,A); of logarithms the season is
 * multiplicative). The series comes without the season it has had so far, so the season here starts from nothing.
 */
export const seasonalSmoothing = (values: Float64Array, length: number, horizon: number, season: number): Float64Array => {
  const { level: firstLevel, slope: firstSlope } = firstLine(values, Math.min(length, Math.max(10, season)))
  let size = 0
  for (let at = 1; at < length; at += 1) size += Math.abs((values[at] as number) - (values[at - 1] as number)) / length
  size ||= 1
  const current = new Float64Array(season)
  // Level and slope at the end of a pass; within it they are local, as numbers shared with a closure are allocated at each change.
  const end = new Float64Array(2)
  const run = (point: Float64Array) => {
    const alpha = point[0] as number
    const gamma = (1 - alpha) * (point[1] as number)
    const beta = alpha * (point[2] as number)
    const phi = point[3] as number
    let level = firstLevel + (point[4] as number) * size
    let slope = firstSlope + (point[5] as number) * size
    current.fill(0)
    let error = 0
    let position = 0
    for (let at = 0; at < length; at += 1) {
      const carried = phi * slope
      const index = current[position] as number
      const wrong = (values[at] as number) - level - carried - index
      error += wrong * wrong
      level += carried + alpha * wrong
      slope = carried + beta * wrong
      current[position] = index + gamma * wrong
      position = position + 1 === season ? 0 : position + 1
    }
    end[0] = level
    end[1] = slope
    return error
  }
  const { point } = minimise(run, [0.3, 0.05, 0.05, 0.95, 0, 0], [0.001, 0, 0, 0.8, -20, -2], [0.999, 0.6, 0.8, 0.98, 20, 2], {
    evaluations: 150,
    step: 0.1,
  })
  run(point)
  const forecast = new Float64Array(horizon)
  const phi = point[3] as number
  let carried = 0
  let power = phi
  for (let at = 0; at < horizon; at += 1) {
    carried += power * (end[1] as number)
    power *= phi
    forecast[at] = (end[0] as number) + carried + (current[(length + at) % season] as number)
  }
  return forecast
}
