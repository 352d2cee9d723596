import { fixOnRoute } from '@lading/shared/geo/along-route'
import type { Point } from '@lading/shared/geo/point'
import type { Random } from '../random/random.ts'
import type { Line } from './line.ts'
import { createMovementBuilder, hourMs, type Movement, minuteMs } from './movement.ts'

/** A round is planned with 60 km/h to its first door, 28 km/h from there on, and five minutes a door. */
export const plannedRoundMs = ({ route, totalKm }: Line, [first, ...others]: Point[]) => {
  const inboundKm = first ? fixOnRoute(route, first).alongKm : 0
  return (inboundKm / 60 + (totalKm - inboundKm) / 28) * hourMs + (others.length + 1) * 5 * minuteMs
}

/** A delivery van: 50 to 75 km/h to its district, 25 to 48 km/h there, and 2 to 6 minutes at each door on the way. */
export const deliver = (random: Random, line: Line, doors: Point[]): Movement => {
  const van = createMovementBuilder(line.totalKm)
  for (const door of doors) {
    const doorKm = fixOnRoute(line.route, door, van.km()).alongKm
    const inboundKm = door === doors[0] ? Math.max(0, doorKm - 8) : 0
    van.travel(inboundKm, random.between(50, 75))
    van.travel(doorKm - van.km(), random.between(28, 48))
    van.wait(random.between(2, 6) * minuteMs)
  }
  van.travel(van.leftKm(), random.between(25, 40))
  return van.knots()
}
