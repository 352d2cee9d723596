import { computed } from '@preact/signals'
import { selectedId } from '../state/address/live-map.ts'
import { draft } from '../state/map/area-draft.ts'
import { drawnWays } from '../state/map/drawn-ways.ts'
import { shownLayers } from '../state/map/layers.ts'
import { isReplaying } from '../state/replay/replay.ts'
import { followAreaWishes } from './areas/area-follower.ts'
import { createMap } from './create-map.ts'
import { keepInMiddle } from './keep-in-middle.ts'
import { addLandLayer } from './land/layer.ts'
import { addGeofencesLayer } from './layers/geofences.ts'
import { addHazardsLayer } from './layers/hazards.ts'
import { addPlacesLayer } from './layers/places.ts'
import { addPositionsLayer } from './layers/positions.ts'
import { addRouteLayer } from './layers/route.ts'
import { addTilesLayer } from './layers/tiles.ts'
import { addTrackLayer } from './layers/track.ts'
import { addWarehousesLayer } from './layers/warehouses.ts'
import { followPointer } from './pointer.ts'
import { followView } from './view-follower.ts'
import { whenNeeded, whenShown } from './when-needed.ts'

// From the ground up.
const layers = [
  ...[addLandLayer, addTilesLayer, addGeofencesLayer, addHazardsLayer, addRouteLayer, addTrackLayer],
  ...[addPlacesLayer, addWarehousesLayer, addPositionsLayer],
]

const layersLater = [
  whenNeeded(
    computed(() => selectedId.value !== undefined),
    async () => (await import('./layers/moment.ts')).addMomentLayer,
  ),
  whenNeeded(
    computed(() => draft.value !== undefined),
    async () => (await import('./layers/draft.ts')).addDraftLayer,
  ),
  whenShown(
    computed(() => shownLayers.value.night),
    async () => (await import('./layers/night.ts')).addNightLayer,
  ),
  whenNeeded(
    computed(() => drawnWays.value.length > 0),
    async () => (await import('./layers/ways.ts')).addWaysLayer(drawnWays),
  ),
  whenNeeded(isReplaying, async () => (await import('./layers/replay.ts')).addReplayLayer),
]

/** Shows the map in an element; its layers follow the state by themselves. Returns how to end it. */
export const showMap = (container: HTMLElement, texts: Parameters<typeof createMap>[1]) => {
  const map = createMap(container, texts)
  const stops = [...layers, ...layersLater, followPointer, followView, keepInMiddle, followAreaWishes].map((add) => add(map))
  const observer = new ResizeObserver(() => map.invalidateSize({ pan: false }))
  observer.observe(container)
  return () => {
    observer.disconnect()
    for (const stop of stops.reverse()) stop()
    // Leaflet ends a zoom by a timer that it does not clear, and which finds no map then.
    Object.assign(map, { _animatingZoom: false })
    map.remove()
  }
}
