import type { Location } from '@lading/shared/contract/location'
import { computed, effect } from '@preact/signals'
import L from 'leaflet'
import { locations } from '../../state/map/locations.ts'
import { detail } from '../../state/shipment/detail.ts'
import { type Direction, gapPx, labelSpots } from '../markers/label-spots.ts'
import { textWidth } from '../markers/text-width.ts'
import { type LabelBox, uncrowded } from '../markers/uncrowded.ts'

type Part = 'destination' | 'origin' | 'stop' | 'other'
type Place = Location & { part: Part }

// The most important first: where the selected shipment goes, where it came from, what lies between, then all other places.
// A place that one leg ends at and the next begins from is one place.
const places = computed((): Place[] => {
  const legs = detail.value?.shipment.legs ?? []
  const own = new Map(legs.flatMap(({ origin, destination }) => [origin, destination]).map((place) => [place.code, place]))
  const [first, last] = [legs[0]?.origin.code, legs.at(-1)?.destination.code]
  const partOf = ({ code }: Location): Part => (code === last ? 'destination' : code === first ? 'origin' : 'stop')
  const rank = { destination: 0, origin: 1, stop: 2, other: 3 }
  // Somebody's address is shown with their shipment only.
  const others = locations.value.filter(({ code, kind }) => kind !== 'address' && !own.has(code))
  return [
    ...[...own.values()].map((place) => ({ ...place, part: partOf(place) })).sort((a, b) => rank[a.part] - rank[b.part]),
    ...others.map((place) => ({ ...place, part: 'other' as const })),
  ]
})

// Farther out than this the other places would only hide the shipments.
const othersFromZoom = 4.5

/**
 * Places by name as far as there is room for names. Those of the selected shipment are always shown, with their geofences;
 * the others give a map without tiles something to hold on to.
 */
export const addPlacesLayer = (map: L.Map) => {
  const group = L.layerGroup().addTo(map)
  const draw = () => {
    group.clearLayers()
    const seen = inView(map, places.value)
    for (const { place, at } of seen) for (const mark of marks(place, at)) group.addLayer(mark)
    const { x: width, y: height } = map.getSize()
    const labels = seen.map(({ place, at }) => ({
      place,
      at,
      spots: labelSpots(map.latLngToContainerPoint(at), widthOf(map, place), { width, height }),
    }))
    // A name may cover the dot of some other place, but none of the selected shipment's.
    const own = seen.filter(({ place }) => place.part !== 'other').map(({ at }) => markBox(map, at))
    for (const { label, spot } of uncrowded(labels, own)) group.addLayer(nameAt(label.place, label.at, spot.direction))
  }
  const stop = effect(draw)
  map.on('moveend resize', draw)
  return () => {
    map.off('moveend resize', draw)
    stop()
    group.remove()
  }
}

const inView = (map: L.Map, all: Place[]) => {
  const bounds = map.getBounds().pad(0.2)
  return [0, -360, 360].flatMap((shift) =>
    all
      .filter(({ part }) => part !== 'other' || map.getZoom() >= othersFromZoom)
      .map((place) => ({ place, at: L.latLng(place.lat, place.lon + shift) }))
      .filter(({ at }) => bounds.contains(at)),
  )
}

const marks = ({ part, geofenceRadiusKm }: Place, at: L.LatLng) => {
  const radius = { destination: 6, origin: 4, stop: 4, other: 2.5 }[part]
  const mark = L.circleMarker(at, { radius, className: `place place-${part}`, interactive: false })
  return part === 'other' ? [mark] : [L.circle(at, { radius: geofenceRadiusKm * 1000, className: 'geofence', interactive: false }), mark]
}

const widthOf = (map: L.Map, { name, part }: Place) => textWidth(map, name, part === 'destination' || part === 'origin' ? 650 : 400)

const markBox = (map: L.Map, at: L.LatLng): LabelBox => {
  const { x, y } = map.latLngToContainerPoint(at)
  return { left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }
}

const offsets: Record<Direction, L.PointTuple> = { right: [gapPx, 0], left: [-gapPx, 0], top: [0, -gapPx], bottom: [0, gapPx] }

const nameAt = ({ name, part }: Place, at: L.LatLng, direction: Direction) => {
  const text = document.createElement('span')
  text.textContent = name
  return L.tooltip({ permanent: true, direction, offset: offsets[direction], className: `place-label place-${part}-label` })
    .setLatLng(at)
    .setContent(text)
}
