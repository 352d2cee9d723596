import type { Location } from '@lading/shared/contract/location'
import { distanceKm } from '@lading/shared/geo/distance'
import type { Point } from '@lading/shared/geo/point'

/** A place by whose name people know where that is; somebody's address is none, and nothing is near that is farther than this. */
const nearKm = 600

export const nearestPlace = (places: readonly Location[], point: Point): Location | undefined =>
  places
    .filter(({ kind }) => kind !== 'address')
    .map((place) => ({ place, km: distanceKm(place, point) }))
    .filter(({ km }) => km <= nearKm)
    .sort((a, b) => a.km - b.km)
    .at(0)?.place
