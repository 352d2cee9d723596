import type { LonLat } from '@lading/shared/geo/point'
import { effect } from '@preact/signals'
import L from 'leaflet'
import { detail } from '../../state/shipment/detail.ts'
import { onEveryWorld, unwrap } from '../unwrap.ts'

/** Where the selected shipment has been: a line on a wider one, so that it stands out on land, sea and tiles. */
export const addTrackLayer = (map: L.Map) => {
  const lines = ['route-casing', 'route-travelled'].map((className) =>
    L.polyline([], { className, interactive: false, smoothFactor: 0.5 }).addTo(map),
  )
  const stop = effect(() => {
    const track = detail.value?.track ?? []
    const worlds = onEveryWorld(unwrap(track.map(({ lon, lat }): LonLat => [lon, lat])))
    for (const line of lines) line.setLatLngs(worlds)
  })
  return () => {
    stop()
    for (const line of lines) line.remove()
  }
}
