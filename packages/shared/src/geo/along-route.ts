import { distanceKm } from './distance.ts'
import { pointBetween } from './great-circle.ts'
import { type LonLat, type Point, toPoint } from './point.ts'

/** Where a position lies against a route: how far along it, and how far beside it. */
export type RouteFix = { alongKm: number; asideKm: number; totalKm: number }

/**
 * The place of `position` on `route` (two points or more): the nearest point of the line, each segment taken as straight in a
 * plane around the position, which is exact enough while segments are short against the Earth. `fromKm` leaves out what lies
 * before, so that a route that crosses itself is followed forward. Its lengths are remembered per array: do not change one in place.
 */
export const fixOnRoute = (route: LonLat[], position: Point, fromKm = 0): RouteFix => {
  const startKm = startsKm(route)
  const totalKm = startKm.at(-1) as number
  let best = { index: 0, share: 0, distance: Number.POSITIVE_INFINITY }
  for (let index = 1; index < route.length; index++) {
    const endKm = startKm[index] as number
    if (endKm < fromKm) continue
    const beginKm = startKm[index - 1] as number
    const leastShare = endKm > beginKm ? Math.max(0, fromKm - beginKm) / (endKm - beginKm) : 0
    const near = nearest(route[index - 1] as LonLat, route[index] as LonLat, position, leastShare)
    if (near.distance < best.distance) best = { index, ...near }
  }
  if (best.index === 0) return { alongKm: fromKm, asideKm: Number.POSITIVE_INFINITY, totalKm }
  const [a, b] = [route[best.index - 1] as LonLat, route[best.index] as LonLat]
  const beginKm = startKm[best.index - 1] as number
  return {
    alongKm: beginKm + best.share * ((startKm[best.index] as number) - beginKm),
    asideKm: distanceKm(position, pointBetween(toPoint(a), toPoint(b), best.share)),
    totalKm,
  }
}

/** The point `km` from the start of the route, clamped to its ends. */
export const pointAlong = (route: LonLat[], km: number): Point => {
  let leftKm = Math.max(0, km)
  for (let index = 1; index < route.length; index++) {
    const a = toPoint(route[index - 1] as LonLat)
    const b = toPoint(route[index] as LonLat)
    const segmentKm = distanceKm(a, b)
    if (leftKm <= segmentKm) return segmentKm === 0 ? a : pointBetween(a, b, leftKm / segmentKm)
    leftKm -= segmentKm
  }
  return toPoint(route.at(-1) as LonLat)
}

// Kilometres from the start of the route to each of its points. A job asks for many positions on one route, and this is the costly part.
const startsKm = (route: LonLat[]): number[] => {
  const known = starts.get(route)
  if (known) return known
  let km = 0
  const computed = route.map((point, index) => {
    if (index > 0) km += distanceKm(toPoint(route[index - 1] as LonLat), toPoint(point))
    return km
  })
  starts.set(route, computed)
  return computed
}
const starts = new WeakMap<LonLat[], number[]>()

// Share of the way from a to b nearest to p, and how near (squared degrees), in an equirectangular plane centred on p.
const nearest = (a: LonLat, b: LonLat, p: Point, leastShare: number) => {
  const scale = Math.cos((p.lat * Math.PI) / 180)
  const ax = shorterWay(a[0] - p.lon) * scale
  const dx = shorterWay(b[0] - a[0]) * scale
  const ay = a[1] - p.lat
  const dy = b[1] - a[1]
  const lengthSquared = dx * dx + dy * dy
  const wanted = lengthSquared === 0 ? 0 : -(ax * dx + ay * dy) / lengthSquared
  const share = Math.min(1, Math.max(0, leastShare, wanted))
  return { share, distance: (ax + share * dx) ** 2 + (ay + share * dy) ** 2 }
}

// A difference of two longitudes, taken the shorter way round. Cheaper than normaliseLon, whose remainders would dominate here.
const shorterWay = (degrees: number) => (degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees)
