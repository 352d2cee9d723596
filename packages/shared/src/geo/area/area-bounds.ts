import type { Area } from '../../domain/area.ts'
import type { Bbox } from '../bbox.ts'
import { earthRadiusKm } from '../distance.ts'
import { type LonLat, normaliseLon } from '../point.ts'
import { unwrap } from '../unwrap.ts'

const kmPerDegree = (Math.PI * earthRadiusKm) / 180

/** A box that the area lies in, wider by `marginM`; around a pole it goes all the way round. */
export const areaBounds = (area: Area, marginM = 0): Bbox => {
  const line = unwrap(area.shape === 'circle' ? [area.centre] : area.shape === 'polygon' ? area.ring : area.line)
  const reachM = area.shape === 'circle' ? area.radiusM : area.shape === 'corridor' ? area.widthM / 2 : 0
  const lats = line.map(([, lat]) => lat)
  const high = (reachM + marginM) / 1000 / kmPerDegree
  const [south, north] = [Math.max(-90, Math.min(...lats) - high), Math.min(90, Math.max(...lats) + high)]
  const farthest = Math.max(Math.abs(south), Math.abs(north))
  const lons = line.map(([lon]) => lon)
  const wide = farthest >= 89.9 ? 180 : high / Math.cos((farthest * Math.PI) / 180)
  const [west, east] = [Math.min(...lons) - wide, Math.max(...lons) + wide]
  return east - west >= 360 ? { west: -180, south, east: 180, north } : { west: normaliseLon(west), south, east: normaliseLon(east), north }
}

/** About how deep inside an area one can be, in metres: half the width where it is narrow. */
export const areaReachM = (area: Area): number => {
  if (area.shape === 'circle') return area.radiusM
  if (area.shape === 'corridor') return area.widthM / 2
  const ring = unwrap(area.ring)
  const [, lat] = ring[0] as LonLat
  const scale = Math.cos((lat * Math.PI) / 180)
  let [twiceArea, around] = [0, 0]
  for (let index = 1; index < ring.length; index++) {
    const [[lonA, latA], [lonB, latB]] = [ring[index - 1] as LonLat, ring[index] as LonLat]
    twiceArea += (lonA * latB - lonB * latA) * scale
    around += Math.hypot((lonB - lonA) * scale, latB - latA)
  }
  // Of a convex ring the largest circle within has at least the radius area ÷ length around.
  return (Math.abs(twiceArea) / 2 / around) * kmPerDegree * 1000
}
