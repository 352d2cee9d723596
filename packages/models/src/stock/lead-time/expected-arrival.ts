import type { Distribution } from '../../distribution/distribution.ts'
import { gamma } from '../../distribution/gamma.ts'
import { normal } from '../../distribution/normal.ts'

export type Placed = {
  /** Null: not placed yet, now at the earliest. */
  orderedAt: Date | null
  /** When somebody said that it comes; null where it takes as long as it usually does. */
  promisedAt: Date | null
  /** Days by which it was expedited, where nobody promised a day. */
  soonerDays?: number
}

export type Window = { p10: Date; p50: Date; p90: Date }

const dayMs = 86_400_000
/** A minute: shorter is as good as at once, and certain. */
const leastDays = 1 / 1440

/**
 * When an order comes, given that it has not come yet: its lead time beyond what has passed of it. Where somebody promised a day it is as
 * uncertain around that as lead times usually are. P10 ≤ P50 ≤ P90, none before now.
 */
export const expectedArrival = (
  leadTime: { meanDays: number; sdDays: number },
  { orderedAt, promisedAt, soonerDays = 0 }: Placed,
  now: Date,
): Window => {
  const beganMs = Math.min((orderedAt ?? now).getTime(), now.getTime())
  const meanDays = promisedAt ? (promisedAt.getTime() - beganMs) / dayMs : Math.max(0, leadTime.meanDays - soonerDays)
  // An order as likely to come in a tenth of the time as in ten times of it is no order: never wider than an exponential.
  const sdDays = Math.min(leadTime.sdDays, meanDays)
  const passed = (now.getTime() - beganMs) / dayMs
  const at = (days: number) => new Date(Math.max(now.getTime(), beganMs + days * dayMs))
  if (!(meanDays > leastDays) || !(sdDays > leastDays)) return { p10: at(meanDays), p50: at(meanDays), p90: at(meanDays) }
  const of = shapeOf(meanDays, sdDays)
  return { p10: at(beyond(of, passed, 0.1)), p50: at(beyond(of, passed, 0.5)), p90: at(beyond(of, passed, 0.9)) }
}

/** A gamma, which is never below nothing; where it is so narrow that it is a normal anyway, that. */
const shapeOf = (mean: number, sd: number) => (sd < mean / 30 ? normal(mean, sd) : gamma((mean / sd) ** 2, sd ** 2 / mean))

/** So little of the distribution is left that its tail is told by its slope alone. */
const leastLeft = 1e-4

/** The quantile of what is left of a distribution beyond what has passed; far out the rest is exponential, as the tail of a gamma is. */
const beyond = ({ cdf, quantile, mean, variance }: Distribution, passed: number, p: number) => {
  const gone = cdf(passed)
  if (1 - gone < leastLeft) return passed - (variance / mean) * Math.log(1 - p)
  return quantile(gone + p * (1 - gone))
}
