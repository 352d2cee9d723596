import type { Point } from '@lading/shared/geo/point'
import { movementAt } from '../movement/movement.ts'
import type { Journey, JourneyLeg } from './journey.ts'

/** Where the goods truly are: under way on a leg, or waiting where the one before ended or the next begins. */
export type Place = Point & { headingDeg: number | null; speedKmh: number; km: number; leg: JourneyLeg; moving: boolean }

export const placeAt = ({ legs }: Journey, atMs: number): Place => {
  const leg = legs.find(({ arrivalMs }) => atMs < arrivalMs) ?? (legs.at(-1) as JourneyLeg)
  const { km, speedKmh } = movementAt(leg.movement, Math.max(0, atMs - leg.departureMs))
  const moving = atMs >= leg.departureMs && atMs < leg.arrivalMs
  const { headingDeg, ...point } = leg.line.at(km)
  return { ...point, km, leg, moving, speedKmh: moving ? speedKmh : 0, headingDeg: moving && speedKmh > 0 ? headingDeg : null }
}
