import { normalSurvival } from '../distribution/normal-survival.ts'
import { fromLogOdds, toLogOdds } from '../probability/log-odds.ts'

export type Interval = { p10: Date; p50: Date; p90: Date }

/** Standard deviations from the median to the 10 % and 90 % quantiles of a normal distribution. */
const tenPercent = 1.2816
const leastMs = 60_000

/**
 * The probability of missing the promise if the goods came `earlierMs` earlier: as the odds change between two halves of normal
 * distributions through the quantiles, with and without it, so that the probability that was told stays what it was told to be.
 */
export const missIfEarlier = (told: number, { p10, p50, p90 }: Interval, promisedAt: Date, earlierMs: number): number => {
  const missAt = (byMs: number) => {
    const late = promisedAt.getTime() - (p50.getTime() - byMs)
    const spread = Math.max(leastMs, late >= 0 ? p90.getTime() - p50.getTime() : p50.getTime() - p10.getTime()) / tenPercent
    return normalSurvival(late / spread)
  }
  return Math.min(told, fromLogOdds(toLogOdds(told) + toLogOdds(missAt(Math.max(0, earlierMs))) - toLogOdds(missAt(0))))
}
