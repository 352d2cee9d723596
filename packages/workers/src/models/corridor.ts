import type { Mode } from '@lading/shared/domain/mode'
import { distanceKm } from '@lading/shared/geo/distance'
import type { TrackedLeg } from '@lading/store/postgres/tracking/tracked-shipment'

/**
 * How far beside its planned route goods may be before that means something. A planned route is coarse: sea lanes leave out what a
 * master decides by weather, airways and above all roads and rails bend away from the great circle, by about a fifth of
 * the distance (detour factors of road networks are 1.2 to 1.4: Ballou, Rahardja and Sakai 2002). So a share of the distance,
 * and never less than a fixed width. The widths are judgement.
 */
const corridors: Record<Mode, { leastKm: number; shareOfDistance: number }> = {
  sea: { leastKm: 100, shareOfDistance: 0.03 },
  air: { leastKm: 150, shareOfDistance: 0.1 },
  road: { leastKm: 30, shareOfDistance: 0.2 },
  rail: { leastKm: 40, shareOfDistance: 0.25 },
  parcel: { leastKm: 20, shareOfDistance: 0.3 },
}

export const corridorKm = ({ mode, origin, destination }: Pick<TrackedLeg, 'mode' | 'origin' | 'destination'>) => {
  const { leastKm, shareOfDistance } = corridors[mode]
  return Math.max(leastKm, shareOfDistance * distanceKm(origin, destination))
}
