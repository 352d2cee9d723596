import { type CountRule, smoothings } from './rule.ts'

/** What the rules need of a history, read once: periods known, mean and variance of one, and where each smoothing has come to. */
export type History = { n: number; mean: number; variance: number; smoothed: number[] }

/** Smoothing begins at the mean of so many periods. */
const firstPeriods = 6

/** The history of a series up to a period. NaN, of which nothing is known, is passed over. */
export const readHistory = (values: ArrayLike<number>, until = values.length): History => {
  let n = 0
  let sum = 0
  let first = 0
  for (let at = 0; at < until; at++) {
    const value = values[at] as number
    if (Number.isNaN(value)) continue
    n++
    sum += value
    if (n <= firstPeriods) first = sum / n
  }
  const mean = n > 0 ? sum / n : 0
  let squares = 0
  let [slow, middle, fast] = [first, first, first]
  const [slowest, between, fastest] = smoothings
  for (let at = 0; at < until; at++) {
    const value = values[at] as number
    if (Number.isNaN(value)) continue
    squares += (value - mean) ** 2
    slow += slowest * (value - slow)
    middle += between * (value - middle)
    fast += fastest * (value - fast)
  }
  return { n, mean, variance: n > 1 ? squares / (n - 1) : mean, smoothed: [slow, middle, fast] }
}

/** Mean and variance of the demand of one period to come, by a rule. `dispersion` is the group's usual variance over mean. */
export const expectedBy = (rule: CountRule, { n, mean, variance, smoothed }: History, dispersion: number) => {
  if (!(mean > 0)) return { mean: 0, variance: 0 }
  const level = mean + rule.recent * ((smoothed[rule.smoothing] as number) - mean)
  const shared = (n * variance + rule.pooled * dispersion * mean) / (n + rule.pooled)
  // A level that moved takes the variance with it.
  return { mean: level, variance: (rule.widening * shared * level) / mean }
}
