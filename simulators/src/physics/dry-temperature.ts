import type { Journey } from '../journey/journey.ts'
import { type Place, placeAt } from '../journey/place-at.ts'
import { hourMs } from '../movement/movement.ts'
import { ambientTemperatureC } from './ambient.ts'

/** A hold below the floor of a freighter is kept at about 12 °C. */
const holdC = 12

/** Goods without cooling follow the air outside, three hours late and half as strongly as the day swings. */
export const dryTemperatureC = (journey: Journey, place: Place, atMs: number) => {
  const outsideC = (hoursAgo: number) => {
    const then = placeAt(journey, atMs - hoursAgo * hourMs)
    return ambientTemperatureC(journey.seed, then, atMs - hoursAgo * hourMs)
  }
  const boxC = (outsideC(1) + outsideC(3) + outsideC(5) + outsideC(13) + outsideC(15)) / 5
  if (place.leg.mode !== 'air' || !place.moving) return boxC
  const { departureMs, arrivalMs } = place.leg
  const settled = Math.min(1, (atMs - departureMs) / hourMs, (arrivalMs - atMs) / hourMs)
  return boxC + settled * (holdC - boxC)
}
