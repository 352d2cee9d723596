import type { Random } from '../random/random.ts'
import { createMovementBuilder, type Movement } from './movement.ts'

export const knotKmh = 1.852

/** Schedules count with 16 knots from pilot to pilot. */
export const plannedSailKmh = 16 * knotKmh

/**
 * A container ship: slow with the pilot aboard at both ends, between them at a service speed of 14 to 19 knots that weather and
 * current shift a little every 150 km (slow steaming is the rule since 2008; UNCTAD Review of Maritime Transport 2023).
 */
export const sail = (random: Random, totalKm: number): Movement => {
  const ship = createMovementBuilder(totalKm)
  const serviceKnots = random.between(14.5, 18.5)
  ship.travel(15, 8 * knotKmh)
  ship.travel(20, 12 * knotKmh)
  let weather = 0
  while (ship.kmUntil(40) > 0) {
    weather = 0.7 * weather + 0.5 * random.normal()
    const knots = Math.min(20, Math.max(12, serviceKnots + weather))
    ship.travel(Math.min(150, ship.kmUntil(40)), knots * knotKmh)
  }
  ship.travel(20, 12 * knotKmh)
  ship.travel(ship.leftKm(), 8 * knotKmh)
  return ship.knots()
}
