import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import empty from './empty.gif?url'

// Leaflet's own empty image is a data: URI, which the content security policy forbids.
L.Util.emptyImageUrl = empty

export const prefersStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches

export type MapTexts = { label: string; credit: string; zoomIn: string; zoomOut: string }

/** A map of the whole world without anything on it yet. */
export const createMap = (container: HTMLElement, { label, credit, zoomIn, zoomOut }: MapTexts) => {
  const map = L.map(container, {
    center: [24, 20],
    zoom: 2,
    minZoom: 1,
    maxZoom: 18,
    zoomSnap: 0.25,
    wheelPxPerZoomLevel: 90,
    worldCopyJump: true,
    // Who asked for less motion is shown the next picture at once.
    zoomAnimation: !prefersStill(),
    zoomControl: false,
    attributionControl: false,
    maxBounds: [
      [-85.06, Number.NEGATIVE_INFINITY],
      [85.06, Number.POSITIVE_INFINITY],
    ],
    maxBoundsViscosity: 1,
  })
  const attribution = L.control.attribution({ prefix: false }).addAttribution(credit).addTo(map).getContainer()
  if (attribution) attribution.dir = 'auto'
  L.control.zoom({ position: 'bottomright', zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map)
  L.control.scale({ position: 'bottomleft', imperial: false }).addTo(map)
  // The world is not mirrored, nor is what stands in its corners.
  container.dir = 'ltr'
  container.setAttribute('role', 'region')
  container.setAttribute('aria-label', label)
  return map
}
