import { areaOutline } from '@lading/shared/geo/area/outline'
import { nightArea, sunsetDeg, twilightDeg } from '@lading/shared/geo/sun'
import { computed, effect } from '@preact/signals'
import L from 'leaflet'
import { nowMs } from '../../state/clock.ts'
import { addAreasPane, areasPane } from '../areas/area-path.ts'
import { onEveryWorld } from '../unwrap.ts'

/** In a minute the night moves by a quarter of a degree. */
const minute = computed(() => Math.floor(nowMs.value / 60_000) * 60_000)
const points = 720

/** Where it is night, in platform time: once beneath the horizon, and darker where twilight is over. */
export const addNightLayer = (map: L.Map) => {
  addAreasPane(map)
  const group = L.layerGroup().addTo(map)
  const stop = effect(() => {
    group.clearLayers()
    for (const beneathDeg of [sunsetDeg, twilightDeg]) {
      const ring = areaOutline(nightArea(minute.value, beneathDeg), points)
      const look = { pane: areasPane, interactive: false }
      group.addLayer(
        L.polygon(
          onEveryWorld(ring).map((each) => [each]),
          { ...look, className: 'night' },
        ),
      )
      // Where the sun sets and rises; the way back along the dark pole is no such line.
      const edge = ring.some(([, lat]) => Math.abs(lat) === 90) ? ring.slice(0, -3) : ring
      if (beneathDeg === sunsetDeg) group.addLayer(L.polyline(onEveryWorld(edge), { ...look, className: 'night-edge' }))
    }
  })
  return () => {
    stop()
    group.remove()
  }
}
