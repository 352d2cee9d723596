import type { Location } from '@lading/shared/contract/location'
import { computed, effect } from '@preact/signals'
import L from 'leaflet'
import { detail } from '../state/detail.ts'

// A place that one leg ends at and the next begins from is one place.
const places = computed(() => {
  const legs = detail.value?.shipment.legs ?? []
  return new Map(legs.flatMap(({ origin, destination }) => [origin, destination]).map((place) => [place.code, place]))
})

const ends = computed(() => {
  const legs = detail.value?.shipment.legs ?? []
  return { first: legs[0]?.origin.code, last: legs.at(-1)?.destination.code }
})

/** The places the selected shipment passes, each with its geofence and its name; the destination is marked as such. */
export const addPlacesLayer = (map: L.Map) => {
  const group = L.layerGroup().addTo(map)
  const stop = effect(() => {
    group.clearLayers()
    const { first, last } = ends.value
    for (const place of places.value.values()) {
      const kind = place.code === last ? 'place-destination' : place.code === first ? 'place-origin' : 'place-stop'
      for (const shift of [-360, 0, 360]) for (const layer of drawPlace(place, kind, shift)) group.addLayer(layer)
    }
  })
  return () => {
    stop()
    group.remove()
  }
}

const drawPlace = ({ name, lat, lon, geofenceRadiusKm }: Location, kind: string, shift: number) => {
  const at = L.latLng(lat, lon + shift)
  const label = document.createElement('span')
  label.textContent = name
  return [
    L.circle(at, { radius: geofenceRadiusKm * 1000, className: 'geofence', interactive: false }),
    L.circleMarker(at, { radius: kind === 'place-destination' ? 6 : 4, className: `place ${kind}`, interactive: false }).bindTooltip(
      label,
      {
        permanent: true,
        direction: 'right',
        offset: [8, 0],
        className: `place-label ${kind}-label`,
      },
    ),
  ]
}
