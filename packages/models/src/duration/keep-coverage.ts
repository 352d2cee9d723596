import type { Triple } from './journey.ts'

/**
 * Keeps P10 and P90 worth what they claim. How far an outcome lay beyond the middle, as a share of the predicted distance to that end, is
 * compared with a multiple of the distance, each tail by itself (conformal quantile regression: Romano, Patterson and Candès 2019); the
 * multiple is the running quantile of these shares, a step up after a miss and a ninth of it down otherwise (adaptive conformal inference:
 * Gibbs and Candès 2021; as a quantile tracker: Angelopoulos, Candès and Tibshirani 2023). The comparison is with the multiple as it is
 * when the outcome arrives, not with the one that was shown: outcomes come months late, and a controller that reacts to what it showed
 * then would swing. Plain data: logarithms of the two multiples.
 */
export type Coverage = { below: number; above: number }

const wanted = 0.9
/** Wide enough to follow a drift within a few dozen outcomes, small enough that one outcome changes an end by 7 % at most. */
const pace = 0.07
const most = Math.log(5)

export const newCoverage = (): Coverage => ({ below: 0, above: 0 })

const distances = ([p10, p50, p90]: Triple) => {
  const least = 1e-6 + 1e-3 * p50
  return { below: Math.max(least, p50 - p10), above: Math.max(least, p90 - p50) }
}

export const covered = ({ below, above }: Coverage, [p10, p50, p90]: Triple): Triple => {
  const to = distances([p10, p50, p90])
  return [Math.max(0, p50 - Math.exp(below) * to.below), p50, p50 + Math.exp(above) * to.above]
}

/** `before` is the prediction before its ends were moved. */
export const learnCoverage = (coverage: Coverage, before: Triple, actual: number) => {
  const to = distances(before)
  coverage.below = follow(coverage.below, (before[1] - actual) / to.below)
  coverage.above = follow(coverage.above, (actual - before[1]) / to.above)
}

const follow = (multiple: number, share: number) => {
  const inside = share <= Math.exp(multiple)
  return Math.max(-most, Math.min(most, multiple + pace * (wanted - (inside ? 1 : 0))))
}
