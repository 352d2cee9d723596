import type { Area } from '@lading/shared/domain/area'
import { areaReachM } from '@lading/shared/geo/area/area-bounds'
import { edgeDistanceM } from '@lading/shared/geo/area/edge-distance'
import { normaliseLon, type Point } from '@lading/shared/geo/point'
import { type AreaKind, currentHazards, geofences } from '../../state/map/areas.ts'
import { shownLayers } from '../../state/map/layers.ts'

export type FoundArea = { kind: AreaKind; id: string }

/** What is drawn at a place of the map; the smallest where one lies within another. */
export const areaAt = ({ lat, lon }: Point): FoundArea | undefined => {
  const point = { lat, lon: normaliseLon(lon) }
  const layers = shownLayers.peek()
  const drawn: (FoundArea & { area: Area })[] = [
    ...(layers.geofences ? geofences.peek().map(({ id, area }) => ({ kind: 'geofences' as const, id, area })) : []),
    ...(layers.hazards ? currentHazards.peek().map(({ id, area }) => ({ kind: 'hazards' as const, id, area })) : []),
  ]
  return drawn.filter(({ area }) => edgeDistanceM(area, point) <= 0).sort((a, b) => areaReachM(a.area) - areaReachM(b.area))[0]
}
