import { computed, effect } from '@preact/signals'
import type L from 'leaflet'
import { type Atlas, atlas } from '../state/land.ts'
import { colourScheme } from '../state/theme.ts'
import { addCanvasLayer, type CanvasView, worldCopies } from './canvas-layer.ts'
import { type LandShapes, landShapes, type Shape } from './land-shapes.ts'
import { tokenColour } from './token.ts'

type Colours = { land: string; coast: string; border: string }

// Kept for each atlas, as zooming in and out changes between two of them.
const known = new WeakMap<Atlas, LandShapes>()
const shapesOf = (world: Atlas) => {
  const shapes = known.get(world) ?? landShapes(world)
  known.set(world, shapes)
  return shapes
}

const shapes = computed(() => (atlas.value ? shapesOf(atlas.value) : undefined))

/** Land, coasts and borders: the ground of the map, with or without tiles above it. Returns how to remove it. */
export const addLandLayer = (map: L.Map) => {
  const pane = map.createPane('land')
  pane.style.zIndex = '150'
  let colours: Colours = { land: '', coast: '', border: '' }
  const layer = addCanvasLayer(map, 'land', (view) => {
    const world = shapes.peek()
    if (world) for (const copy of worldCopies(view)) drawWorld(view, copy, world, colours)
  })
  const stop = effect(() => {
    colourScheme.value
    shapes.value
    colours = { land: tokenColour('--map-land'), coast: tokenColour('--map-coast'), border: tokenColour('--map-border') }
    layer.redraw()
  })
  return () => {
    stop()
    layer.remove()
  }
}

const drawWorld = (view: CanvasView, copy: number, { land, coast, borders }: LandShapes, colours: Colours) => {
  const { context, left, top, size } = view
  const inView = (shape: Shape) => isInView(view, copy, shape)
  context.save()
  context.translate(copy * size - left, -top)
  context.scale(size, size)
  context.lineJoin = 'round'
  context.lineWidth = 0.75 / size
  context.fillStyle = colours.land
  for (const { path } of land.filter(inView)) context.fill(path)
  context.strokeStyle = colours.border
  for (const { path } of borders.filter(inView)) context.stroke(path)
  context.strokeStyle = colours.coast
  for (const { path } of coast.filter(inView)) context.stroke(path)
  context.restore()
}

const isInView = ({ left, top, width, height, size }: CanvasView, copy: number, { west, east, north, south }: Shape) =>
  (east + copy) * size >= left && (west + copy) * size <= left + width && south * size >= top && north * size <= top + height
