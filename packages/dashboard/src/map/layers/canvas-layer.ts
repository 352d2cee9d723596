import L from 'leaflet'
import { worldSize } from '../mercator.ts'
import type { View } from '../scene.ts'
import { giveUpTurn, takeTurn } from '../take-turns.ts'

/** Nothing where there is nothing to show yet. */
type Picture = ImageBitmap | undefined

export type CanvasLayer = { redraw: () => void; remove: () => void }

// The canvas is larger than the map by this share on every side, so that dragging shows no edge before it is drawn again.
const padding = 0.25
// With less than this share of the padding left, it is drawn again at once after a move; with more, when the map has rested.
const reserve = 0.4
const restMs = 400
// News waits until a move is over, but not for ever: somebody may hold the map for minutes.
const heldMs = 1_000

/**
 * Pictures that keep their place on the map: carried along while dragging, scaled while zooming, asked for anew when it has to be: at most
 * once a frame, and not in the middle of a move. One that takes its time is shown when it comes, if it still fits; meanwhile the one
 * before stays, and no other is asked for.
 */
export const addCanvasLayer = (map: L.Map, pane: string, picture: (view: View) => Picture | Promise<Picture>): CanvasLayer => {
  const canvas = L.DomUtil.create('canvas', 'map-canvas leaflet-zoom-animated', map.getPane(pane))
  canvas.setAttribute('aria-hidden', 'true')
  // What is drawn is handed over as a picture: browsers without a graphics card copy a canvas that can be drawn on with every frame in which
  // anything moves, and a picture once.
  const screen = canvas.getContext('bitmaprenderer') as ImageBitmapRenderingContext
  const placeOf = (corner: L.Point, size: L.Point) => ({
    ...{ corner, size, center: map.getCenter(), zoom: map.getZoom(), origin: map.getPixelOrigin() },
  })
  let drawn = placeOf(L.point(0, 0), L.point(0, 0))
  let isZooming = false
  let isRemoved = false
  let isPainting = false
  let isAskedAgain = false
  /** Whether a picture came that did not fit any more. */
  let isOwed = false
  let movedSince: number | undefined
  let held: ReturnType<typeof setTimeout> | undefined
  let resting: ReturnType<typeof setTimeout> | undefined

  const margin = () => map.getSize().multiplyBy(padding).round()

  const paint = async () => {
    isAskedAgain = isPainting
    if (isPainting || map.getSize().x === 0 || map.getSize().y === 0) return
    const place = placeOf(map.containerPointToLayerPoint(margin().multiplyBy(-1)), map.getSize().add(margin().multiplyBy(2)))
    const { x: left, y: top } = place.corner.add(place.origin)
    const { x: width, y: height } = place.size
    isPainting = true
    isOwed = false
    try {
      const made = await picture({ width, height, left, top, size: worldSize(place.zoom), ratio: window.devicePixelRatio || 1 })
      if (made && isInPlace(place) && !isZooming && !isRemoved) show(made, place)
      else {
        made?.close()
        isOwed = true
      }
    } finally {
      isPainting = false
    }
    if (isAskedAgain && !isRemoved) paintSoon()
  }

  const show = (made: ImageBitmap, place: typeof drawn) => {
    drawn = place
    canvas.style.width = `${place.size.x}px`
    canvas.style.height = `${place.size.y}px`
    L.DomUtil.setTransform(canvas, place.corner, 1)
    screen.transferFromImageBitmap(made)
  }

  const isInPlace = ({ zoom, origin }: typeof drawn) => zoom === map.getZoom() && origin.equals(map.getPixelOrigin())

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
    if (!isInPlace(drawn)) return false
    const spare = margin().multiplyBy(reserve)
    const from = map.layerPointToContainerPoint(drawn.corner)
    const to = from.add(drawn.size)
    const { x, y } = map.getSize()
    return from.x <= -spare.x && from.y <= -spare.y && to.x >= x + spare.x && to.y >= y + spare.y
  }

  const settle = () => {
    movedSince = undefined
    if (held !== undefined || isOwed || !covers()) paintSoon()
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
    zoomanim: ({ center, zoom }) => {
      isZooming = true
      carry(center, zoom)
    },
    zoomend: () => {
      isZooming = false
    },
  }
  map.on(handlers)
  paintSoon()
  return {
    redraw,
    remove: () => {
      isRemoved = true
      giveUpTurn(paint)
      clearTimeout(held)
      clearTimeout(resting)
      map.off(handlers)
      canvas.remove()
    },
  }
}
