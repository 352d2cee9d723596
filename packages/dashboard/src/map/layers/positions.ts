import { effect } from '@preact/signals'
import type L from 'leaflet'
import { selectedId } from '../../state/address/live-map.ts'
import { colourScheme } from '../../state/theme.ts'
import { discs } from '../markers/cluster-discs.ts'
import { drawDiscs, readDiscLook } from '../markers/draw-discs.ts'
import { createGlide } from '../markers/glide.ts'
import { type Marker, markers } from '../markers/markers.ts'
import { createSprites, spriteSize } from '../markers/sprite.ts'
import { createTopmost } from '../markers/topmost.ts'
import { onScene, type Scene } from '../scene.ts'
import { addCanvasLayer } from './canvas-layer.ts'

/** The shipments on the map, and those that are summed up. A marker glides to its new place while that is cheap. */
export const addPositionsLayer = (map: L.Map) => {
  map.createPane('positions').style.zIndex = '450'
  const glide = createGlide()
  const topmost = createTopmost()
  let sprites = createSprites()
  let discLook = readDiscLook(map.getContainer())

  const picture = onScene((scene) => {
    const all = markers.peek()
    const { spots, moving } = glide(all, performance.now())
    const side = spriteSize * markerScale(scene.size)
    const shown = topmost(all, spots, scene, side, side * shareHiding)
    draw(scene, shown, all, sprites(side, scene.ratio), selectedId.peek() !== undefined)
    drawDiscs(scene, discs.peek(), discLook)
    if (moving) layer.redraw()
  })
  const layer = addCanvasLayer(map, 'positions', picture)
  const stopMarkers = effect(() => {
    markers.value
    map.getContainer().dataset.clusters = String(discs.value.length)
    layer.redraw()
  })
  const stopColours = effect(() => {
    colourScheme.value
    sprites = createSprites()
    discLook = readDiscLook(map.getContainer())
    layer.redraw()
  })
  return () => {
    stopMarkers()
    stopColours()
    layer.remove()
  }
}

// Where the world is small its markers are smaller, down to seven tenths, so that they do not hide each other.
const markerScale = (worldPx: number) => Math.min(1, 0.6 + 0.1 * Math.log2(worldPx / 256))

// A shape takes half of its sprite; one that lies an eighth of the sprite beside another is hidden but for a rim.
const shareHiding = 1 / 8

const dimmed = 0.45

const draw = (
  { context, ratio }: Scene,
  { count, x, y, index }: ReturnType<ReturnType<typeof createTopmost>>,
  all: readonly Marker[],
  spriteOf: ReturnType<ReturnType<typeof createSprites>>,
  dim: boolean,
) => {
  // On whole pixels a sprite is copied as it is.
  context.imageSmoothingEnabled = false
  context.globalAlpha = dim ? dimmed : 1
  for (let at = count - 1; at >= 0; at -= 1) {
    const { look } = all[index[at] as number] as Marker
    const sprite = spriteOf(look)
    if (look.selected) context.globalAlpha = 1
    const [left, top] = [Math.round((x[at] as number) * ratio) / ratio, Math.round((y[at] as number) * ratio) / ratio]
    context.drawImage(sprite, left, top, sprite.width / ratio, sprite.height / ratio)
  }
  context.globalAlpha = 1
}
