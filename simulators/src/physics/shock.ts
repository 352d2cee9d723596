import { handlingAt } from '../journey/handling.ts'
import type { Journey } from '../journey/journey.ts'
import type { Place } from '../journey/place-at.ts'
import { noise } from '../random/hash.ts'

/** Quiet level and reach of the hardest hit between two reports, in g: ASTM D4169 puts handled parcels at 10 to 30 g drops at worst. */
const levels = { sea: [0.04, 0.2], air: [0.1, 0.5], road: [0.2, 0.8], rail: [0.2, 1.2], parcel: [0.3, 1.4] } as const

/** Largest acceleration since the report before. */
export const shockG = (journey: Journey, { leg, moving }: Place, atMs: number) => {
  const draw = noise(journey.seed, 'shock', atMs)
  const { trouble } = journey
  if (trouble?.kind === 'rough-handling' && atMs >= trouble.fromMs && atMs < trouble.untilMs) return 16 + 18 * draw
  if (handlingAt(journey, atMs)) return 0.8 + 3 * draw
  if (!moving) return 0.02 + 0.04 * draw
  const [low, reach] = levels[leg.mode]
  // Two in a hundred: a pothole, a wave, a set of points.
  return draw > 0.98 ? 3 * reach : low + reach * draw ** 2
}
