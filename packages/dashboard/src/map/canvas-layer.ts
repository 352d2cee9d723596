import L from 'leaflet'
import { worldSize } from './mercator.ts'
import { giveUpTurn, takeTurn } from './take-turns.ts'

/**
 * What a drawing needs to know: CSS pixels of the canvas, of which each has `ratio` on the screen, and where its corner lies in the world
 * of `size` pixels.
 */
export type CanvasView = {
  context: OffscreenCanvasRenderingContext2D
  width: number
  height: number
  left: number
  top: number
  size: number
  ratio: number
}

export type CanvasLayer = { redraw: () => void; remove: () => void }

// The canvas is larger than the map by this share on every side, so that dragging shows no edge before it is drawn again.
const padding = 0.25
// With less than this share of the padding left, it is drawn again at once after a move; with more, when the map has rested.
const reserve = 0.4
const restMs = 400
// News waits until a move is over, but not for ever: somebody may hold the map for minutes.
const heldMs = 1_000

/**
 * A canvas that keeps its place on the map: carried along while dragging, scaled while zooming, drawn anew when it has to be. `draw`
 * is called at most once a frame, and not in the middle of a move.
 */
export const addCanvasLayer = (map: L.Map, pane: string, draw: (view: CanvasView) => void): CanvasLayer => {
  const canvas = L.DomUtil.create('canvas', 'map-canvas leaflet-zoom-animated', map.getPane(pane))
  canvas.setAttribute('aria-hidden', 'true')
  // What is drawn is handed over as a picture: browsers without a graphics card copy a canvas that can be drawn on with every frame in which
  // anything moves, and a picture once.
  const screen = canvas.getContext('bitmaprenderer') as ImageBitmapRenderingContext
  const scene = new OffscreenCanvas(1, 1)
  const context = scene.getContext('2d') as OffscreenCanvasRenderingContext2D
  let drawn = { center: map.getCenter(), zoom: map.getZoom(), corner: L.point(0, 0), size: L.point(0, 0), origin: map.getPixelOrigin() }
  let movedSince: number | undefined
  let held: ReturnType<typeof setTimeout> | undefined
  let resting: ReturnType<typeof setTimeout> | undefined

  const margin = () => map.getSize().multiplyBy(padding).round()

  const paint = () => {
    const size = map.getSize().add(margin().multiplyBy(2))
    const ratio = window.devicePixelRatio || 1
    const corner = map.containerPointToLayerPoint(margin().multiplyBy(-1))
    const [width, height] = [Math.round(size.x * ratio), Math.round(size.y * ratio)]
    if (width === 0 || height === 0) return
    if (scene.width !== width || scene.height !== height) {
      scene.width = width
      scene.height = height
      canvas.style.width = `${size.x}px`
      canvas.style.height = `${size.y}px`
    }
    L.DomUtil.setTransform(canvas, corner, 1)
    drawn = { center: map.getCenter(), zoom: map.getZoom(), corner, size, origin: map.getPixelOrigin() }
    const world = corner.add(drawn.origin)
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    draw({ context, width: size.x, height: size.y, left: world.x, top: world.y, size: worldSize(drawn.zoom), ratio })
    // What is left behind is an empty scene.
    screen.transferFromImageBitmap(scene.transferToImageBitmap())
  }

  const paintSoon = () => {
    clearTimeout(held)
    clearTimeout(resting)
    held = undefined
    if (movedSince !== undefined) movedSince = performance.now()
    takeTurn(paint)
  }

  const redraw = () => {
    if (movedSince === undefined) paintSoon()
    else held ??= setTimeout(paintSoon, Math.max(0, movedSince + heldMs - performance.now()))
  }

  /** Whether what is drawn fills the map, and some of the way of the next move. */
  const covers = () => {
    if (drawn.zoom !== map.getZoom() || !drawn.origin.equals(map.getPixelOrigin())) return false
    const spare = margin().multiplyBy(reserve)
    const from = map.layerPointToContainerPoint(drawn.corner)
    const to = from.add(drawn.size)
    const { x, y } = map.getSize()
    return from.x <= -spare.x && from.y <= -spare.y && to.x >= x + spare.x && to.y >= y + spare.y
  }

  const settle = () => {
    movedSince = undefined
    if (held !== undefined || !covers()) paintSoon()
    else resting = setTimeout(paintSoon, restMs)
  }

  // Where the picture drawn last belongs when the map shows `center` at `zoom`: the sum that L.Renderer does, in public terms.
  const carry = (center: L.LatLng, zoom: number) => {
    const scale = map.getZoomScale(zoom, drawn.zoom)
    const half = map.getSize().multiplyBy(0.5)
    const origin = map
      .project(center, zoom)
      .subtract(half)
      .add(L.DomUtil.getPosition(map.getPane('mapPane') as HTMLElement))
      .round()
    const corner = map.project(drawn.center, zoom).subtract(half.add(margin()).multiplyBy(scale)).subtract(origin)
    L.DomUtil.setTransform(canvas, corner, scale)
  }

  const handlers: L.LeafletEventHandlerFnMap = {
    movestart: () => {
      movedSince = performance.now()
      clearTimeout(resting)
    },
    moveend: settle,
    viewreset: paintSoon,
    resize: paintSoon,
    zoom: () => carry(map.getCenter(), map.getZoom()),
    zoomanim: ({ center, zoom }) => carry(center, zoom),
  }
  map.on(handlers)
  paintSoon()
  return {
    redraw,
    remove: () => {
      giveUpTurn(paint)
      clearTimeout(held)
      clearTimeout(resting)
      map.off(handlers)
      canvas.remove()
    },
  }
}

/**
 * How many worlds to shift by to cover the canvas: the map goes on past the antimeridian. One more on either side, for what
 * reaches over it from the neighbouring world.
 */
export const worldCopies = ({ left, width, size }: CanvasView) => {
  const first = Math.floor(left / size) - 1
  const last = Math.floor((left + width) / size) + 1
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
