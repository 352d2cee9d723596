import type { Distribution } from '../distribution/distribution.ts'
import { empirical } from '../distribution/empirical.ts'

/** Weight of the newest period in the part of the level that follows. */
const smoothing = 0.2
/** The level is half what it lately was and half the mean of all history: quick to notice, slow to panic. */
const recent = 0.5
/** Before so many periods there is no level to compare with. */
const warmUp = 8

/**
 * Demand of one period to come, as past periods were: each relative to the level of its time, at the level of now. Keeps the long tail
 * that promotions and holidays give, which no textbook distribution has. NaN (out of stock, unknown) is passed over.
 * Throws a RangeError when nothing is known.
 */
export const recentDemand = (values: ArrayLike<number>): Distribution => {
  const known = Array.from(values).filter((value) => !Number.isNaN(value))
  const mean = average(known)
  let followed = average(known.slice(0, warmUp))
  const ratios: number[] = []
  const levelNow = () => (1 - recent) * mean + recent * followed
  for (const [at, value] of known.entries()) {
    if (at >= warmUp && levelNow() > 0) ratios.push(value / levelNow())
    followed += smoothing * (value - followed)
  }
  return ratios.length > 0 ? empirical(ratios.map((ratio) => ratio * levelNow())) : empirical(known)
}

const average = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length
