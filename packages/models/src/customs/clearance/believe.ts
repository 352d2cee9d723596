import { byChannel } from '@lading/shared/domain/customs-channel'
import type { recall } from './memory.ts'
import type { Belief } from './prior.ts'

/** As if so many outcomes had been just what the wider group leads to expect: once a group has had as many, it counts as much. */
export type Strength = { shares: number; hours: number }
export const usualStrength: Strength = { shares: 10, hours: 5 }

/**
 * A belief after the outcomes of one group. Channels: Dirichlet prior, multinomial outcomes. Hours: log-normal, with the conjugate prior
 * of mean and variance (Gelman et al. 2013, sections 3.3 and 3.4), taken at its mean.
 */
export const afterOutcomes = ({ shares, logHours }: Belief, group: NonNullable<ReturnType<typeof recall>>, strength: Strength): Belief => ({
  shares: byChannel((channel) => (group.of[channel].weight + strength.shares * shares[channel]) / (group.weight + strength.shares)),
  logHours: byChannel((channel) => {
    const { weight, mean, about } = group.of[channel]
    const before = logHours[channel]
    const all = weight + strength.hours
    const apart = (mean - before.mean) ** 2 * ((weight * strength.hours) / all)
    return {
      mean: (weight * mean + strength.hours * before.mean) / all,
      deviation: Math.sqrt((about + strength.hours * before.deviation ** 2 + apart) / all),
    }
  }),
})
