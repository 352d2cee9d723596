import { standardCdf } from '../distribution/normal.ts'
import { type HoursQuantiles, levels } from './journey.ts'
import { deviationsOf, hoursAtLevel } from './stage-hours.ts'

/** So few journeys of a kind take this long that what is known of the kind says little of the rest. */
const hardlyAny = 0.005

/**
 * What is left of a stage that has lasted so long and is not over: the distribution of its duration given that it is longer. A stage that
 * is over its P90 is not about to end: the later it is, the more of the late side is still to come.
 */
export const stillToGo = (stage: HoursQuantiles, elapsedHours: number): HoursQuantiles => {
  const elapsed = Math.max(0, elapsedHours)
  const left = Math.max(hardlyAny, 1 - standardCdf(deviationsOf(stage, elapsed)))
  // Beyond the known tail it goes on as the end of the tail does.
  const from = left === hardlyAny ? hoursAtLevel(stage, 1 - left) : elapsed
  const [p10, p50, p90] = levels.map((level) => Math.max(0, hoursAtLevel(stage, 1 - left * (1 - level)) - from))
  return { p10: p10 as number, p50: p50 as number, p90: p90 as number }
}
