import type { TrackingMap } from '@lading/shared/contract/tracking-link'
import { type LonLat, type Point, toPoint } from '@lading/shared/geo/point'
import { simplify } from '@lading/shared/geo/simplify'
import type { DrawnShipment } from '@lading/store/postgres/consumer/drawn-shipment'
import { isPrivate } from './place.ts'

const pointsPerLeg = 100
// 0.01° is about 1 km, good enough to draw a sea lane. 0.1° is about 11 km: a town, not a street.
const routeDecimals = 2
const blurDecimals = 1
const nearDecimals = 3

/**
 * What the map of a tracking page may know. A leg that begins or ends at a private place is blurred as a whole, because a
 * line points at its end even where the end is cut off. The position is as coarse until the parcel is out for delivery, and
 * gone once it is delivered, because it would then be the address.
 */
export const whatTheMapShows = ({ legs, state, position }: DrawnShipment): TrackingMap => ({
  route: legs.map((leg) => lineOf(leg, isPrivate(leg.origin, legs) || isPrivate(leg.destination, legs) ? blurDecimals : routeDecimals)),
  position: !position || state === 'delivered' ? null : rounded(position, state === 'out-for-delivery' ? nearDecimals : blurDecimals),
})

const lineOf = ({ route, origin, destination }: DrawnShipment['legs'][number], decimals: number): LonLat[] => {
  const points = route.length > 0 ? route.map(toPoint) : [origin, destination]
  const coarse = points.map((point) => rounded(point, decimals))
  return simplify(withoutRepeats(coarse), pointsPerLeg).map(({ lat, lon }) => [lon, lat])
}

const rounded = ({ lat, lon }: Point, decimals: number): Point => ({ lat: round(lat, decimals), lon: round(lon, decimals) })

const round = (degrees: number, decimals: number) => Number(degrees.toFixed(decimals))

const withoutRepeats = (points: Point[]) =>
  points.filter(({ lat, lon }, index) => index === 0 || lat !== points[index - 1]?.lat || lon !== points[index - 1]?.lon)
