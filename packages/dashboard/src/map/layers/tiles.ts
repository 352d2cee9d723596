import { effect } from '@preact/signals'
import L from 'leaflet'
import { tiles } from '../../state/settings.ts'

/** Tiles above the land, where a tile server is configured. */
export const addTilesLayer = (map: L.Map) => {
  let layer: L.TileLayer | undefined
  const stop = effect(() => {
    layer?.remove()
    layer = tiles.value ? L.tileLayer(tiles.value.url, { attribution: escapeHtml(tiles.value.attribution) }).addTo(map) : undefined
  })
  return () => {
    stop()
    layer?.remove()
  }
}

// Leaflet writes the attribution as HTML; the setting is plain text.
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
