import { fixOnRoute, type RouteFix } from '@lading/shared/geo/along-route'
import type { LonLat, Point } from '@lading/shared/geo/point'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'

/** The planned route of a leg, or the straight line until one is computed. */
export const routeOf = ({ route, origin, destination }: Pick<TrackedLeg, 'route' | 'origin' | 'destination'>): LonLat[] =>
  route.length >= 2
    ? route
    : [
        [origin.lon, origin.lat],
        [destination.lon, destination.lat],
      ]

/** Where a position lies against the leg's route. */
export const routeFix = (leg: TrackedLeg, position: Point): RouteFix => fixOnRoute(routeOf(leg), position)
