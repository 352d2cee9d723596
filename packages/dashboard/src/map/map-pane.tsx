import { computed } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../i18n/t.ts'
import { selectedId } from '../state/address/live-map.ts'
import { draft } from '../state/map/area-draft.ts'
import { areaPanel } from '../state/map/areas.ts'
import { drawnWays } from '../state/map/drawn-ways.ts'
import { shownLayers } from '../state/map/layers.ts'
import { isReplaying } from '../state/replay/replay.ts'
import { MapTools } from '../views/map-tools/map-tools.tsx'
import { later } from '../views/parts/later.tsx'
import { followAreaWishes } from './areas/area-follower.ts'
import { createMap } from './create-map.ts'
import { keepInMiddle } from './keep-in-middle.ts'
import { addLandLayer } from './land/layer.ts'
import { addGeofencesLayer } from './layers/geofences.ts'
import { Hatches } from './layers/hatches.tsx'
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

const AreasPanel = later(async () => (await import('../views/areas/areas-panel.tsx')).AreasPanel)
const ReplayBar = later(async () => (await import('../views/replay/replay-bar.tsx')).ReplayBar)

const texts = () => ({
  label: t('map.label'),
  credit: t('map.land-credit'),
  zoomIn: t('map.zoom-in'),
  zoomOut: t('map.zoom-out'),
})

/** The map stands apart from the component tree: its layers follow the state by themselves. */
export const MapPane = () => {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!container.current) return
    const map = createMap(container.current, texts())
    const stops = [...layers, ...layersLater, followPointer, followView, keepInMiddle, followAreaWishes].map((add) => add(map))
    const observer = new ResizeObserver(() => map.invalidateSize({ pan: false }))
    observer.observe(container.current)
    return () => {
      observer.disconnect()
      for (const stop of stops.reverse()) stop()
      // Leaflet ends a zoom by a timer that it does not clear, and which finds no map then.
      Object.assign(map, { _animatingZoom: false })
      map.remove()
    }
  }, [])
  return (
    <div class="map-pane">
      <div class="map-frame">
        <Hatches />
        <div class="map" ref={container} />
        <MapTools />
        {areaPanel.value && <AreasPanel />}
      </div>
      {isReplaying.value && <ReplayBar />}
    </div>
  )
}
