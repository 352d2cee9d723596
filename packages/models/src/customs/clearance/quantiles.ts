import { type Channel, channels } from '@lading/shared/domain/customs-channel'
import { normalSurvival } from '../../distribution/normal-survival.ts'
import type { Belief } from './prior.ts'

/** No clearance is looked at for longer: offices that do not open in two years do not open. */
export const longestHours = 2 * 366 * 24

/** For each channel how many of its hours have passed after so many hours of the clock. */
export type Worked = Record<Channel, (hours: number) => number>

/** The probability that a channel takes longer than so many of its own hours: they are log-normal. */
export const takesLonger = ({ mean, deviation }: Belief['logHours'][Channel], hours: number) =>
  hours > 0 ? normalSurvival((Math.log(hours) - mean) / deviation) : 1

/**
 * The hours by which a case is cleared with a given probability: a mixture of the channels, in the hours they work. Undefined when that
 * never comes.
 */
export const quantileHours = ({ shares, logHours }: Belief, worked: Worked, level: number) => {
  const left = (hours: number) =>
    channels.reduce((sum, channel) => sum + shares[channel] * takesLonger(logHours[channel], worked[channel](hours)), 0)
  let high = 1
  while (left(high) > 1 - level) {
    high *= 2
    if (high > longestHours) return undefined
  }
  let low = 0
  for (let round = 0; round < 50 && high - low > 1e-6 * high; round += 1) {
    const middle = (low + high) / 2
    if (left(middle) <= 1 - level) high = middle
    else low = middle
  }
  return high
}
