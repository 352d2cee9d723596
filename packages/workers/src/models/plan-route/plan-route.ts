import type { Mode } from '@lading/shared/domain/mode'
import { distanceKm } from '@lading/shared/geo/distance'
import { greatCircle } from '@lading/shared/geo/great-circle'
import { type LonLat, type Point, toPoint } from '@lading/shared/geo/point'
import { simplify } from '@lading/shared/geo/simplify'
import type { SeaLanes } from './sea-lanes.ts'

/** As many points as a map needs to draw a leg round the world smoothly, and few enough to read with every job. */
export const routePointsMax = 300

/**
 * The route a leg is expected to take, from place to place: along sea lanes at sea, along the great circle otherwise. Roads and
 * rails bend more than that; whoever has the real route gives it with the leg.
 */
export const planRoute = (mode: Mode, origin: Point, destination: Point, lanes: SeaLanes): LonLat[] => {
  const route = mode === 'sea' ? seaRoute(origin, destination, lanes) : direct(origin, destination)
  return simplify(route.map(toPoint), routePointsMax).map(toLonLat)
}

const seaRoute = (origin: Point, destination: Point, lanes: SeaLanes): LonLat[] => {
  const lane = lanes.between(lanes.nearest(origin), lanes.nearest(destination))
  const start = lane?.[0]
  const end = lane?.at(-1)
  if (!lane || !start || !end) return direct(origin, destination)
  // Two ports on one bay: a way round by the nearest lane would be longer than the trip.
  const approachKm = distanceKm(origin, toPoint(start)) + distanceKm(toPoint(end), destination)
  if (approachKm > 2 * distanceKm(origin, destination)) return direct(origin, destination)
  const line = withoutRepeats([toLonLat(origin), ...lane, toLonLat(destination)])
  // A lane's end may lie where both places are, to the metre.
  return line.length > 1 ? line : direct(origin, destination)
}

const direct = (origin: Point, destination: Point) => greatCircle(origin, destination, Math.max(5, distanceKm(origin, destination) / 200))

const toLonLat = ({ lat, lon }: Point): LonLat => [round(lon), round(lat)]

// Five decimals are about a metre.
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

const withoutRepeats = (line: LonLat[]) => line.filter((point, index) => index === 0 || point.join() !== line[index - 1]?.join())
