import { distanceKm } from './distance.ts'
import { pointBetween } from './great-circle.ts'
import { type LonLat, normaliseLon, type Point, toPoint } from './point.ts'

/** Where a position lies against a route: how far along it, and how far beside it. */
export type RouteFix = { alongKm: number; asideKm: number; totalKm: number }

/**
 * The place of `position` on `route` (two points or more): the nearest point of the line, each segment taken as straight in a
 * plane around the position, which is exact enough while segments are short against the Earth. `fromKm` leaves out what lies
 * before, so that a route that crosses itself is followed forward.
 */
export const fixOnRoute = (route: LonLat[], position: Point, fromKm = 0): RouteFix => {
  let best = { alongKm: fromKm, asideKm: Number.POSITIVE_INFINITY }
  let walkedKm = 0
  for (let index = 1; index < route.length; index++) {
    const a = toPoint(route[index - 1] as LonLat)
    const b = toPoint(route[index] as LonLat)
    const segmentKm = distanceKm(a, b)
    if (walkedKm + segmentKm >= fromKm) {
      const share = Math.max(nearestShare(a, b, position), segmentKm > 0 ? Math.max(0, fromKm - walkedKm) / segmentKm : 0)
      const asideKm = distanceKm(position, pointBetween(a, b, share))
      if (asideKm < best.asideKm) best = { alongKm: walkedKm + share * segmentKm, asideKm }
    }
    walkedKm += segmentKm
  }
  return { ...best, totalKm: walkedKm }
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

// Share of the way from a to b at which the perpendicular from p meets, in an equirectangular plane centred on p.
const nearestShare = (a: Point, b: Point, p: Point) => {
  const scale = Math.cos((p.lat * Math.PI) / 180)
  const ax = normaliseLon(a.lon - p.lon) * scale
  const bx = ax + normaliseLon(b.lon - a.lon) * scale
  const dx = bx - ax
  const ay = a.lat - p.lat
  const dy = b.lat - a.lat
  const lengthSquared = dx * dx + dy * dy
  if (lengthSquared === 0) return 0
  return Math.min(1, Math.max(0, -(ax * dx + ay * dy) / lengthSquared))
}
