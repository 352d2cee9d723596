import type { Location } from '@lading/shared/contract/location'
import { computed, effect } from '@preact/signals'
import L from 'leaflet'
import { detail } from '../state/detail.ts'
import { type LabelBox, uncrowded } from './uncrowded.ts'

type Part = 'destination' | 'origin' | 'stop'
type Place = Location & { part: Part }

// The most important first: where it goes, where it came from, what lies between. A place that one leg ends at and the next
// begins from is one place.
const places = computed((): Place[] => {
  const legs = detail.value?.shipment.legs ?? []
  const all = new Map(legs.flatMap(({ origin, destination }) => [origin, destination]).map((place) => [place.code, place]))
  const [first, last] = [legs[0]?.origin.code, legs.at(-1)?.destination.code]
  const partOf = ({ code }: Location): Part => (code === last ? 'destination' : code === first ? 'origin' : 'stop')
  const rank = { destination: 0, origin: 1, stop: 2 }
  return [...all.values()].map((place) => ({ ...place, part: partOf(place) })).sort((a, b) => rank[a.part] - rank[b.part])
})

/** The places the selected shipment passes, each with its geofence, and their names as far as there is room for them. */
export const addPlacesLayer = (map: L.Map) => {
  const marks = L.layerGroup().addTo(map)
  const names = L.layerGroup().addTo(map)
  const name = () => {
    names.clearLayers()
    const labels = onEveryWorld(places.peek()).map(({ place, at }) => ({ place, at, ...boxOf(map, at, place.name) }))
    for (const { place, at, direction } of uncrowded(labels)) names.addLayer(label(place, at, direction))
  }
  const stop = effect(() => {
    marks.clearLayers()
    for (const { place, at } of onEveryWorld(places.value)) {
      marks.addLayer(L.circle(at, { radius: place.geofenceRadiusKm * 1000, className: 'geofence', interactive: false }))
      const radius = place.part === 'destination' ? 6 : 4
      marks.addLayer(L.circleMarker(at, { radius, className: `place place-${place.part}`, interactive: false }))
    }
    name()
  })
  map.on('zoomend moveend resize', name)
  return () => {
    map.off('zoomend moveend resize', name)
    stop()
    marks.remove()
    names.remove()
  }
}

const onEveryWorld = (all: Place[]) =>
  [0, -360, 360].flatMap((shift) => all.map((place) => ({ place, at: L.latLng(place.lat, place.lon + shift) })))

type Direction = 'left' | 'right'

// Wide enough for most letters at the size of labels; a label that is a little wider does no harm.
const letterPx = 7
const gapPx = 10

/** The room a name takes, on the side of its place where the map has more of it. */
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
