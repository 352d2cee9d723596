import type { Location } from '@lading/shared/contract/location'
import { distanceKm } from '@lading/shared/geo/distance'
import type { Point } from '@lading/shared/geo/point'
import { locale, t } from '../i18n/t.ts'

const degrees = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** "51.95° N, 4.05° E": a hundredth of a degree is about a kilometre. */
export const formatCoordinates = ({ lat, lon }: Point) =>
  t('coordinates.both', {
    latitude: t(lat < 0 ? 'coordinates.south' : 'coordinates.north', { degrees: degrees.format(Math.abs(lat)) }),
    longitude: t(lon < 0 ? 'coordinates.west' : 'coordinates.east', { degrees: degrees.format(Math.abs(lon)) }),
  })

// Farther away than this the name of a place no longer tells where something is.
const nearKm = 75

/** The place a position is in (`km` 0) or near. Somebody's address is named with their shipment only. */
export const placeNear = (position: Point, places: readonly Location[]): { name: string; km: number } | undefined => {
  let best: { name: string; km: number } | undefined
  for (const { kind, name, geofenceRadiusKm, ...place } of places) {
    // A degree of latitude is 111 km: most places are ruled out without a sine.
    if (kind === 'address' || Math.abs(place.lat - position.lat) * 111 > nearKm + geofenceRadiusKm) continue
    const away = distanceKm(place, position)
    const km = away <= geofenceRadiusKm ? 0 : away
    if (km <= nearKm && (!best || km < best.km)) best = { name, km }
  }
  return best
}
