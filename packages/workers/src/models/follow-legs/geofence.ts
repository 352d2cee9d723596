import { distanceKm } from '@lading/shared/geo/distance'
import type { TrackedLeg, TrackedPlace } from '@lading/store/postgres/tracking/tracked-shipment'
import type { Fix } from '../fix.ts'

/** 0 at the middle of the place, 1 on its fence. */
export const fenceRatio = (place: TrackedPlace, fix: Fix) => distanceKm(place, fix) / place.geofenceRadiusKm

export const isInside = (place: TrackedPlace, fix: Fix) => fenceRatio(place, fix) <= 1

/** Which end of the leg the fix is at. Fences may overlap, as those of a port and of a warehouse in it: the nearer one counts. */
export const endOfLeg = ({ origin, destination }: TrackedLeg, fix: Fix): 'origin' | 'destination' | undefined => {
  const [fromOrigin, fromDestination] = [fenceRatio(origin, fix), fenceRatio(destination, fix)]
  if (Math.min(fromOrigin, fromDestination) > 1) return undefined
  return fromOrigin <= fromDestination ? 'origin' : 'destination'
}

/** When the fence was crossed between two fixes on either side of it, as if the distance had changed steadily. */
export const crossedAtMs = (place: TrackedPlace, before: Fix, after: Fix) => {
  const [a, b] = [fenceRatio(place, before), fenceRatio(place, after)]
  const share = a === b ? 1 : (1 - a) / (b - a)
  return Math.round(before.atMs + Math.min(1, Math.max(0, share)) * (after.atMs - before.atMs))
}
