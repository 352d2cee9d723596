import { normaliseLon, type Point } from '@lading/shared/geo/point'
import type { Random } from '@lading/simulators/random/random'
import type { TradeLane } from './lanes.ts'

/** Where one shipment of a lane is. */
export type Place = Point & { leg: number; share: number; headingDeg: number; speedKmh: number }

const kmPerDegree = 111.2

// Ports and distribution centres are where goods wait: close to half of what is under way stands in one of them.
const shareStanding = 0.45
// A yard or an anchorage of some kilometres, and how far ships of one lane sail apart.
const yardKm = 4
const asideKm = { sea: 12, air: 8, road: 0.6, rail: 0.6, parcel: 2 }
const speedsKmh = { sea: 34, air: 820, road: 70, rail: 60, parcel: 25 }

/** Spread along the lane and crowded at its ends, as trade is. */
export const placeOn = ({ legs }: TradeLane, random: Random): Place => {
  const totalKm = legs.reduce((total, { line }) => total + line.totalKm, 0)
  // Time rather than distance decides where something is found: a short leg is not a short time.
  let draw = random.unit() * (totalKm + legs.length * 400)
  let leg = 0
  while (leg < legs.length - 1 && draw > (legs[leg]?.line.totalKm ?? 0) + 400) {
    draw -= (legs[leg]?.line.totalKm ?? 0) + 400
    leg += 1
  }
  const { line, mode } = legs[leg] as TradeLane['legs'][number]
  const standing = random.chance(shareStanding)
  const share = standing ? Number(random.chance(0.5)) : random.unit()
  const { lat, lon, headingDeg } = line.at(share * line.totalKm)
  const spreadKm = standing ? yardKm : asideKm[mode]
  return {
    ...moved({ lat, lon }, random.normal() * spreadKm, random.normal() * spreadKm),
    leg,
    share,
    headingDeg,
    speedKmh: standing ? 0 : speedsKmh[mode],
  }
}

/** So many kilometres to the north and to the east; good enough away from the poles. */
export const moved = ({ lat, lon }: Point, northKm: number, eastKm: number): Point => ({
  lat: Math.max(-80, Math.min(80, lat + northKm / kmPerDegree)),
  lon: normaliseLon(lon + eastKm / (kmPerDegree * Math.cos((lat * Math.PI) / 180))),
})
