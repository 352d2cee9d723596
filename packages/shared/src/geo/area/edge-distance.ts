import type { Area } from '../../domain/area.ts'
import { distanceKm } from '../distance.ts'
import { type LonLat, normaliseLon, type Point, toPoint } from '../point.ts'
import { unwrap } from '../unwrap.ts'

/**
 * Metres from a point to the edge of an area; below zero within. Lengths are of a sphere, off by at most 0.6 %; edges are straight in
 * longitude and latitude. Near the edge, where it matters, that is exact to what a satellite fix resolves.
 */
export const edgeDistanceM = (area: Area, point: Point): number => {
  if (area.shape === 'circle') return 1000 * distanceKm(toPoint(area.centre), point) - area.radiusM
  if (area.shape === 'corridor') return toLineM(unwrapped(area.line), point) - area.widthM / 2
  const ring = unwrapped(area.ring)
  const awayM = toLineM(ring, point)
  return isWithin(ring, point) ? -awayM : awayM
}

// Many positions are asked of one area, which is never changed in place.
const known = new WeakMap<LonLat[], LonLat[]>()
const unwrapped = (line: LonLat[]) => {
  const before = known.get(line)
  if (before) return before
  const made = unwrap(line)
  known.set(line, made)
  return made
}

/** Whether a ring that goes on past ±180° has the point within, on whichever turn of the globe. */
const isWithin = (ring: LonLat[], { lat, lon }: Point) => [-360, 0, 360].some((turn) => crossings(ring, lon + turn, lat) % 2 === 1)

// Edges that a line from the point eastwards meets: within where they are odd (Shimrat 1962). An edge has its lower end and not its upper.
const crossings = (ring: LonLat[], lon: number, lat: number) => {
  let count = 0
  for (let index = 1; index < ring.length; index++) {
    const [[lonA, latA], [lonB, latB]] = [ring[index - 1] as LonLat, ring[index] as LonLat]
    if (latA > lat !== latB > lat && lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)) count++
  }
  return count
}

const toLineM = (line: LonLat[], point: Point) => {
  if (line.length === 1) return 1000 * distanceKm(toPoint(line[0] as LonLat), point)
  let nearest = Number.POSITIVE_INFINITY
  for (let index = 1; index < line.length; index++)
    nearest = Math.min(nearest, distanceKm(nearestOn(line[index - 1] as LonLat, line[index] as LonLat, point), point))
  return 1000 * nearest
}

/** The nearest point of a piece of line, in a plane about the point: a degree of longitude is as long as it is there. */
const nearestOn = ([lonA, latA]: LonLat, [lonB, latB]: LonLat, { lat, lon }: Point): Point => {
  const scale = Math.cos((lat * Math.PI) / 180)
  // The piece as it lies nearest to the point, which may be on another turn of the globe.
  const middle = (lonA + lonB) / 2
  const shift = normaliseLon(middle - lon) - (middle - lon)
  const [ax, ay, dx, dy] = [(lonA + shift - lon) * scale, latA - lat, (lonB - lonA) * scale, latB - latA]
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared))
  return { lat: latA + share * (latB - latA), lon: lonA + share * (lonB - lonA) }
}
