import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { t } from '../i18n/t.ts'
import empty from './empty.gif?url'

// Leaflet's own empty image is a data: URI, which the content security policy forbids.
L.Util.emptyImageUrl = empty

/** A map of the whole world without anything on it yet. */
export const createMap = (container: HTMLElement) => {
  const map = L.map(container, {
    center: [24, 20],
    zoom: 2,
    minZoom: 1,
    maxZoom: 18,
    zoomSnap: 0.25,
    wheelPxPerZoomLevel: 90,
    worldCopyJump: true,
    zoomControl: false,
    attributionControl: false,
    maxBounds: [
      [-85.06, Number.NEGATIVE_INFINITY],
      [85.06, Number.POSITIVE_INFINITY],
    ],
    maxBoundsViscosity: 1,
  })
  L.control.attribution({ prefix: false }).addAttribution(t('map.land-credit')).addTo(map)
  L.control.zoom({ position: 'bottomright', zoomInTitle: t('map.zoom-in'), zoomOutTitle: t('map.zoom-out') }).addTo(map)
  L.control.scale({ position: 'bottomleft', imperial: false }).addTo(map)
  container.setAttribute('role', 'region')
  container.setAttribute('aria-label', t('map.label'))
  return map
}
