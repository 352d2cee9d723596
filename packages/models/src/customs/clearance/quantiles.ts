import { byChannel, type Channel, channels } from '@lading/shared/domain/customs-channel'
import { standardCdf } from '../../distribution/normal.ts'
import type { Belief } from './prior.ts'

/** No clearance is looked at for longer: offices that do not open in two years do not open. */
const longestHours = 2 * 366 * 24

/**
 * The hours by which a case is cleared with a given probability: a mixture of the channels, each log-normal in the hours it works.
 * `worked` tells for each channel how many of its hours have passed after so many hours of the clock. Undefined when that never comes.
 */
export const quantileHours = ({ shares, logHours }: Belief, worked: Record<Channel, (hours: number) => number>, level: number) => {
  const cleared = (hours: number) => {
    const each = byChannel((channel) => {
      const its = worked[channel](hours)
      const { mean, deviation } = logHours[channel]
      return its > 0 ? shares[channel] * standardCdf((Math.log(its) - mean) / deviation) : 0
    })
    return channels.reduce((sum, channel) => sum + each[channel], 0)
  }
  let high = 1
  while (cleared(high) < level) {
    high *= 2
    if (high > longestHours) return undefined
  }
  let low = 0
  for (let round = 0; round < 50 && high - low > 1e-6 * high; round += 1) {
    const middle = (low + high) / 2
    if (cleared(middle) >= level) high = middle
    else low = middle
  }
  return high
}
