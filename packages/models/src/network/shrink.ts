import type { HoursQuantiles } from '../duration/journey.ts'

/** As many past journeys as the expectation counts for: a few do not swing it, and twenty outweigh it. By judgement. */
export const expectationCounts = 5

/**
 * Hours of what was seen and what was expected beforehand, each by how many journeys it is worth, on the scale of shares (a tenth longer
 * weighs as much for a day as for a month). Nothing seen leaves what was expected.
 */
export const shrink = (seen: (HoursQuantiles & { journeys: number }) | undefined, expected: HoursQuantiles): HoursQuantiles => {
  if (!seen || seen.journeys <= 0) return expected
  const share = seen.journeys / (seen.journeys + expectationCounts)
  const mix = (its: number, before: number) => Math.expm1(share * Math.log1p(its) + (1 - share) * Math.log1p(before))
  return { p10: mix(seen.p10, expected.p10), p50: mix(seen.p50, expected.p50), p90: mix(seen.p90, expected.p90) }
}
