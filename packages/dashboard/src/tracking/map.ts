import type { TrackingMap } from '@lading/shared/contract/tracking-link'
import L from 'leaflet'
import coarse from 'world-atlas/countries-110m.json?url'
import { request } from '../data/server/request.ts'
import { createMap, type MapTexts } from '../map/create-map.ts'
import { addLandLayer } from '../map/land/layer.ts'
import { onEveryWorld, unwrap } from '../map/unwrap.ts'
import { type Atlas, atlas } from '../state/map/land.ts'
import './tracking-map.css'

// More room on the right and below, where the buttons are; no nearer than coasts and borders say where it is.
const fit: L.FitBoundsOptions = { paddingTopLeft: [24, 24], paddingBottomRight: [64, 40], maxZoom: 6, animate: false }

export type TrackingMapTexts = MapTexts & { failed: string }

/** Draws the planned route and the coarse position; says so where that fails, for the page above stays true. */
export const showTrackingMap = async (place: HTMLElement, mapUrl: string, texts: TrackingMapTexts) => {
  const [data, land] = await Promise.all([request<TrackingMap>(mapUrl), request<Atlas>(coarse)])
  if (!data.ok) {
    place.textContent = texts.failed
    return
  }
  const { route, position } = data.value
  const line = unwrap(route.flat())
  const spots = position ? [...line, ...nearLine(line, position)] : line
  if (spots.length === 0) {
    place.hidden = true
    return
  }
  place.classList.add('tracking-map-ready')
  const map = createMap(place, texts)
  // A page that is scrolled by thumb must not be caught by its map: two fingers and the buttons move it.
  map.scrollWheelZoom.disable()
  if (L.Browser.mobile) map.dragging.disable()
  map.fitBounds(L.latLngBounds(spots.map(([lon, lat]) => [lat, lon])), fit)
  if (land.ok) atlas.value = land.value
  addLandLayer(map)
  L.polyline(onEveryWorld(line), { className: 'tracking-route', interactive: false }).addTo(map)
  if (position)
    for (const [at] of onEveryWorld([[position.lon, position.lat]]))
      if (at) L.circleMarker(at, { radius: 8, className: 'tracking-position', interactive: false }).addTo(map)
}

// The position on that copy of the world on which the route lies.
const nearLine = (line: ReturnType<typeof unwrap>, { lat, lon }: { lat: number; lon: number }) => {
  const [first] = line
  const shift = first ? Math.round((first[0] - lon) / 360) * 360 : 0
  return [[lon + shift, lat] as (typeof line)[number]]
}
