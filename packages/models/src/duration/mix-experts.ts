import { levels, type Triple } from './journey.ts'

/**
 * How much each expert counts at each level: the weighted mean of their quantiles. The weights follow the pinball loss as outcomes arrive,
 * by exponentiated gradient (Kivinen and Warmuth 1997) on the slope of the loss at the mixture, so that the mixture becomes as good as
 * the best fixed weights, and can be better than any one expert. A little weight is always given back to everyone (Herbster and
 * Warmuth 1998), because the best expert changes. Plain data.
 */
export type Mixture = { weights: number[][]; size: number[] }

export const evenMixture = (experts: number): Mixture => ({
  weights: levels.map(() => new Array<number>(experts).fill(1 / experts)),
  size: levels.map(() => 0),
})

const pace = 0.02
const givenBack = 0.001
/** The size of a usual step is remembered over about so many outcomes. */
const memory = 200

export const mixed = ({ weights }: Mixture, experts: Triple[]): Triple =>
  weights.map((ofLevel, level) => {
    let sum = 0
    for (let at = 0; at < experts.length; at += 1) sum += (ofLevel[at] as number) * (experts[at]?.[level] as number)
    return sum
  }) as Triple

export const learnMixture = (mixture: Mixture, experts: Triple[], actual: number) => {
  const now = mixed(mixture, experts)
  for (let level = 0; level < levels.length; level += 1) {
    const weights = mixture.weights[level] as number[]
    const share = levels[level] as number
    const slope = actual < (now[level] as number) ? 1 - share : -share
    let spread = 0
    for (let at = 0; at < experts.length; at += 1)
      spread += (weights[at] as number) * (slope * ((experts[at]?.[level] as number) - (now[level] as number))) ** 2
    const before = mixture.size[level] as number
    const size = before === 0 ? Math.sqrt(spread) : before + (Math.sqrt(spread) - before) / memory
    mixture.size[level] = size
    if (!(size > 0)) continue
    let total = 0
    for (let at = 0; at < experts.length; at += 1) {
      const step = (slope * ((experts[at]?.[level] as number) - (now[level] as number))) / size
      // One outcome, however far off, moves a weight by no more than a twelfth.
      weights[at] = (weights[at] as number) * Math.exp(-pace * Math.max(-4, Math.min(4, step)))
      total += weights[at] as number
    }
    for (let at = 0; at < experts.length; at += 1)
      weights[at] = ((1 - givenBack) * (weights[at] as number)) / total + givenBack / experts.length
  }
}
