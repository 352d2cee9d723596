import type { LonLat } from '@lading/shared/geo/point'
import { computed, effect } from '@preact/signals'
import L from 'leaflet'
import { detail } from '../../state/shipment/detail.ts'
import { onEveryWorld, unwrap } from '../unwrap.ts'

// The whole journey is unwrapped as one line: a leg begins on the same world as the one before it ended.
const route = computed(() => {
  const shipment = detail.value?.shipment
  return shipment ? unwrap(shipment.legs.flatMap((leg) => leg.route as LonLat[])) : []
})

/** The planned route of the selected shipment. */
export const addRouteLayer = (map: L.Map) => {
  const line = L.polyline([], { className: 'route-planned', interactive: false }).addTo(map)
  const stop = effect(() => {
    line.setLatLngs(onEveryWorld(route.value))
  })
  return () => {
    stop()
    line.remove()
  }
}
