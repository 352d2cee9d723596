import type { Location } from '@lading/shared/contract/location'
import { computed, effect } from '@preact/signals'
import L from 'leaflet'
import { detail } from '../state/detail.ts'
import { locations } from '../state/locations.ts'
import { type LabelBox, uncrowded } from './uncrowded.ts'

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
    const labels = seen.map(({ place, at }) => ({ place, at, ...boxOf(map, at, place.name) }))
    for (const { place, at, direction } of uncrowded(labels)) group.addLayer(label(place, at, direction))
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

type Direction = 'left' | 'right'

// Wide enough for most letters at the size of labels; a label that is a little wider does no harm.
const letterPx = 7
const gapPx = 10

/** The room a name takes: to the right of its place, or to the left where the map ends. */
const boxOf = (map: L.Map, at: L.LatLng, name: string): { direction: Direction; box: LabelBox } => {
  const { x, y } = map.latLngToContainerPoint(at)
  const width = gapPx + name.length * letterPx
  const direction = x + width > map.getSize().x - gapPx ? 'left' : 'right'
  const [left, right] = direction === 'right' ? [x, x + width] : [x - width, x]
  return { direction, box: { left, right, top: y - 9, bottom: y + 9 } }
}

const label = ({ name, part }: Place, at: L.LatLng, direction: Direction) => {
  const text = document.createElement('span')
  text.textContent = name
  const offset: L.PointTuple = [direction === 'right' ? gapPx : -gapPx, 0]
  return L.tooltip({ permanent: true, direction, offset, className: `place-label place-${part}-label` })
    .setLatLng(at)
    .setContent(text)
}
