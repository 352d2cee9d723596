import type { Point } from '@lading/shared/geo/point'
import { handlingAt } from '../journey/handling.ts'
import type { Journey } from '../journey/journey.ts'
import { noise } from '../random/hash.ts'
import { solarHour } from './ambient.ts'

/** Dark inside; with the doors open a covered ramp by day (some 500 lux) or lamps by night (some 60). */
export const lightLux = (journey: Journey, place: Point, atMs: number) => {
  const draw = noise(journey.seed, 'light', atMs)
  if (!handlingAt(journey, atMs)) return 0.4 * draw
  const hour = solarHour(place, atMs)
  return (hour > 7 && hour < 18 ? 500 : 60) * (0.6 + 0.8 * draw)
}
