import type { Random } from '../random/random.ts'
import { createMovementBuilder, type Movement } from './movement.ts'

export const plannedFlyKmh = 800

/** Kilometres from the runway to cruising level and back: about 25 minutes up and 30 down. */
const climbKm = 250
const descentKm = 280

const climb = [
  [20, 350],
  [60, 520],
  [170, 700],
] as const

/** From take-off to touchdown: climb, cruise at 800 to 900 km/h over ground with the wind of the day, descent. */
export const fly = (random: Random, totalKm: number): Movement => {
  const plane = createMovementBuilder(totalKm)
  for (const [km, kmh] of climb) plane.travel(km, kmh)
  const cruiseKmh = random.between(820, 880)
  while (plane.kmUntil(descentKm) > 0) {
    plane.travel(Math.min(400, plane.kmUntil(descentKm)), Math.min(900, Math.max(800, cruiseKmh + 15 * random.normal())))
  }
  plane.travel(180, 680)
  plane.travel(70, 480)
  plane.travel(plane.leftKm(), 300)
  return plane.knots()
}

/** Metres above sea at a place of the flight; the level is 11,000 m. */
export const flightAltitudeM = (km: number, totalKm: number) =>
  11_000 * Math.max(0, Math.min(1, km / climbKm, (totalKm - km) / descentKm, totalKm / (climbKm + descentKm)))
