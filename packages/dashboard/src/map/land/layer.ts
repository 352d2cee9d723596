import { effect } from '@preact/signals'
import type L from 'leaflet'
import { atlas } from '../../state/map/land.ts'
import { colourScheme } from '../../state/theme.ts'
import { addCanvasLayer } from '../layers/canvas-layer.ts'
import { tokenColour } from '../markers/token.ts'
import { createLandPainter } from './painter.ts'
import type { LandColours } from './picture.ts'

/** Land, coasts and borders: the ground of the map, with or without tiles above it. Returns how to remove it. */
export const addLandLayer = (map: L.Map) => {
  const pane = map.createPane('land')
  pane.style.zIndex = '150'
  const painter = createLandPainter()
  let colours: LandColours = { land: '', coast: '', border: '' }
  const layer = addCanvasLayer(map, 'land', (view) => {
    const world = atlas.peek()
    return world && painter.paint(view, world, colours)
  })
  const stop = effect(() => {
    colourScheme.value
    atlas.value
    colours = { land: tokenColour('--map-land'), coast: tokenColour('--map-coast'), border: tokenColour('--map-border') }
    layer.redraw()
  })
  return () => {
    stop()
    layer.remove()
    painter.end()
  }
}
