import type { LonLat } from '@lading/shared/geo/point'
import { effect, untracked } from '@preact/signals'
import L from 'leaflet'
import { selectedId } from '../state/address.ts'
import { detail } from '../state/detail.ts'
import { listed } from '../state/listed.ts'
import { positions } from '../state/positions.ts'
import { bboxOf, mapWish, viewport } from '../state/viewport.ts'
import { unwrap } from './unwrap.ts'

const fit: L.FitBoundsOptions = { padding: [48, 48], maxZoom: 9 }

/** Tells the state what the map shows, and shows what the state wishes for. */
export const followView = (map: L.Map) => {
  const report = () => {
    const bounds = map.getBounds()
    const bbox = bboxOf({ west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() })
    viewport.value = { bbox, zoom: map.getZoom() }
  }
  map.on('moveend', report)
  report()

  let granted = 0
  const stop = effect(() => {
    const wanted = mapWish.value
    const selected = detail.value?.shipment.id === selectedId.value ? detail.value : undefined
    if (!wanted || wanted.at === granted) return
    // The route of what was just selected is still on its way: the wish waits for it.
    if (wanted.show === 'selected' && !selected) return
    granted = wanted.at
    untracked(() => {
      const line = wanted.show === 'selected' && selected ? journeyOf(selected) : everything()
      if (line.length > 0) map.fitBounds(L.latLngBounds(line.map(([lon, lat]) => [lat, lon])), fit)
    })
  })
  return () => {
    stop()
    map.off('moveend', report)
  }
}

const journeyOf = ({ shipment, track }: NonNullable<typeof detail.value>) => {
  const route = shipment.legs.flatMap((leg) => leg.route as LonLat[])
  return unwrap(route.length > 0 ? route : track.map(({ lon, lat }): LonLat => [lon, lat]))
}

const everything = () =>
  listed.value.flatMap(({ id }): LonLat[] => {
    const position = positions.value.get(id)
    return position ? [[position.lon, position.lat]] : []
  })
