import type { LonLat } from '@lading/shared/geo/point'
import { effect, signal, untracked } from '@preact/signals'
import L from 'leaflet'
import { selectedId } from '../state/address/live-map.ts'
import { positions } from '../state/map/positions.ts'
import { bboxOf, mapWish, viewport } from '../state/map/viewport.ts'
import { detail } from '../state/shipment/detail.ts'
import { listed } from '../state/shipment/listed.ts'
import { prefersStill } from './create-map.ts'
import { narrowest } from './markers/narrowest.ts'
import { unwrap } from './unwrap.ts'

// More room on the right and below, where labels and buttons are.
const fit: L.FitBoundsOptions = { paddingTopLeft: [48, 48], paddingBottomRight: [104, 64], maxZoom: 9 }

/** Tells the state what the map shows, and shows what the state wishes for. */
export const followView = (map: L.Map) => {
  // A pane that is not shown has no size, and nothing can be fitted into it: the wish waits.
  const sized = signal(map.getSize().x > 0)
  const measure = () => {
    sized.value = map.getSize().x > 0
  }
  const report = () => {
    const bounds = map.getBounds()
    const bbox = bboxOf({ west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() })
    viewport.value = { bbox, zoom: map.getZoom() }
  }
  map.on('moveend', report)
  map.on('resize', measure)
  report()

  let granted = 0
  const stop = effect(() => {
    const wanted = mapWish.value
    const selected = detail.value?.shipment.id === selectedId.value ? detail.value : undefined
    if (!sized.value || !wanted || wanted.at === granted) return
    // So it does for the route of what was only just selected.
    if (wanted.show === 'selected' && !selected) return
    granted = wanted.at
    untracked(() => show(map, wanted.show === 'selected' && selected ? journeyOf(selected) : everything()))
  })
  return () => {
    stop()
    map.off('moveend', report)
    map.off('resize', measure)
  }
}

// A fleet that spans more than this is best seen on the whole world, once.
const worldFromDeg = 240

const show = (map: L.Map, line: LonLat[]) => {
  if (line.length === 0) return
  const bounds = L.latLngBounds(line.map(([lon, lat]) => [lat, lon]))
  if (bounds.getEast() - bounds.getWest() < worldFromDeg) map.fitBounds(bounds, { ...fit, animate: !prefersStill() })
  else map.setView([24, 12], Math.max(map.getMinZoom(), Math.floor(Math.log2(map.getSize().x / 256) * 4) / 4))
}

const journeyOf = ({ shipment, track }: NonNullable<typeof detail.value>) => {
  const route = shipment.legs.flatMap((leg) => leg.route as LonLat[])
  return unwrap(route.length > 0 ? route : track.map(({ lon, lat }): LonLat => [lon, lat]))
}

const everything = () =>
  narrowest(
    listed.value.flatMap(({ id }): LonLat[] => {
      const position = positions.value.get(id)
      return position ? [[position.lon, position.lat]] : []
    }),
  )
