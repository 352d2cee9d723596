import { computed, effect } from '@preact/signals'
import L from 'leaflet'
import { selectedId } from '../../state/address/live-map.ts'
import { journeyAt } from '../../state/replay/journey-at.ts'
import { isReplaying, journeys, replayMs, replayPlaces } from '../../state/replay/replay.ts'
import { isUnknownAt } from '../../state/replay/timed-track.ts'
import { select } from '../../state/shipment/select.ts'
import { colourScheme } from '../../state/theme.ts'
import { labelSpots } from '../markers/label-spots.ts'
import { sameLook } from '../markers/look.ts'
import { pick } from '../markers/pick.ts'
import { createSprites, spriteSize } from '../markers/sprite.ts'
import { tokenColour } from '../markers/token.ts'
import { uncrowded } from '../markers/uncrowded.ts'
import { mercator, type Spot, worldSize } from '../mercator.ts'
import { spotsOf, spotsUntil } from '../nearest-on-track.ts'
import { onScene, type Scene, type View } from '../scene.ts'
import { worldCopies } from '../world-copies.ts'
import { addCanvasLayer } from './canvas-layer.ts'

/** A way with, for each of its spots, whether anybody knew where it was on the way there. */
type Way = { id: string; trackingNumber: string; spots: Spot[]; known: boolean[] }

const ways = computed(() =>
  journeys.value.map(({ shipment: { id, trackingNumber }, track }): Way => {
    const { atMs } = track
    const known = atMs.map((ms, index) => !isUnknownAt(track, (ms + (atMs[index - 1] ?? ms)) / 2))
    return { id, trackingNumber, spots: spotsOf(track), known }
  }),
)

const vehicles = computed(() =>
  journeys.value.flatMap(({ shipment }) => {
    const place = replayPlaces.value.get(shipment.id)
    if (!place || replayMs.value === undefined) return []
    const { mode, state, severity } = journeyAt(shipment, replayMs.value)
    const heading = place.headingDeg === undefined ? undefined : (Math.round(place.headingDeg / 10) * 10) % 360
    const selected = shipment.id === selectedId.value
    const look = sameLook({ mode, state, severity, heading, selected, stale: !place.sure && state !== 'delivered' })
    return [{ id: shipment.id, trackingNumber: shipment.trackingNumber, look, ...mercator(place.lat, place.lon) }]
  }),
)

const readColours = () => ({
  halo: tokenColour('--map-halo', 80),
  travelled: tokenColour('--map-travelled'),
  ahead: tokenColour('--map-planned', 65),
  label: tokenColour('--map-label'),
  labelHalo: tokenColour('--map-halo'),
})
type Colours = ReturnType<typeof readColours>

/** What is replayed instead of what is live: where each was at the time that is shown, how it came there, and where it would go. */
export const addReplayLayer = (map: L.Map) => {
  // Above the names of places (650): it is what is asked about here. Only pointers go through it.
  const pane = map.createPane('replay')
  pane.style.zIndex = '655'
  pane.style.pointerEvents = 'none'
  const container = map.getContainer()
  let sprites = createSprites()
  let colours = readColours()
  const picture = onScene((view) => {
    if (!isReplaying.peek()) return
    const chosen = selectedId.peek()
    const inOrder = [...ways.peek()].sort((a, b) => Number(a.id === chosen) - Number(b.id === chosen))
    for (const way of inOrder) drawWay(view, way, colours, way.id === chosen || inOrder.length === 1)
    for (const { x, y, look } of vehicles.peek()) {
      const sprite = sprites(spriteSize, view.ratio)(look)
      for (const spot of onCanvas(view, { x, y }))
        view.context.drawImage(sprite, spot.x - spriteSize / 2, spot.y - spriteSize / 2, spriteSize, spriteSize)
    }
    if (inOrder.length > 1) drawNumbers(view, colours, getComputedStyle(container).fontFamily)
  })
  const layer = addCanvasLayer(map, 'replay', picture)
  const stops = [
    effect(() => {
      container.classList.toggle('map-replaying', isReplaying.value)
      ways.value
      vehicles.value
      layer.redraw()
    }),
    effect(() => {
      colourScheme.value
      sprites = createSprites()
      colours = readColours()
      layer.redraw()
    }),
    effect(() => {
      if (isReplaying.value && journeys.value.length > 0) fit(map)
    }),
  ]

  const at = ({ layerPoint, containerPoint }: L.LeafletMouseEvent) => {
    const { x: left, y: top } = map.getPixelOrigin().add(layerPoint).subtract(containerPoint)
    return pick(vehicles.peek(), { left, top, size: worldSize(map.getZoom()) }, containerPoint)
  }
  const handlers: L.LeafletEventHandlerFnMap = {
    click: (event: L.LeafletMouseEvent) => {
      const vehicle = isReplaying.peek() ? at(event) : undefined
      if (vehicle) select(vehicle.id, 'map')
    },
    mousemove: (event: L.LeafletMouseEvent) => {
      if (isReplaying.peek()) container.classList.toggle('map-on-marker', at(event) !== undefined)
    },
  }
  map.on(handlers)
  return () => {
    for (const stop of stops) stop()
    map.off(handlers)
    container.classList.remove('map-replaying')
    layer.remove()
  }
}

// A pane that is not shown has no size, and nothing can be fitted into it.
const fit = (map: L.Map) => {
  if (map.getSize().x === 0) {
    map.once('resize', () => fit(map))
    return
  }
  const corners = journeys
    .peek()
    .flatMap(({ track: { lat, lon } }) => lat.map((value, index) => [value, lon[index] as number] as [number, number]))
  if (corners.length > 0) map.fitBounds(L.latLngBounds(corners), { padding: [48, 48], maxZoom: 9, animate: false })
}

/** Where a spot of the world lies on the canvas, as often as the world does. */
const onCanvas = (view: View, { x, y }: Spot): Spot[] =>
  worldCopies(view)
    .map((shift) => ({ x: (x + shift) * view.size - view.left, y: y * view.size - view.top }))
    .filter((spot) => spot.x > -spriteSize && spot.x < view.width + spriteSize)

const drawWay = (view: Scene, { id, spots, known }: Way, colours: Colours, isChosen: boolean) => {
  const ms = replayMs.peek()
  const journey = journeys.peek().find(({ shipment }) => shipment.id === id)
  if (ms === undefined || !journey) return
  const behind = spotsUntil(spots, journey.track, ms)
  const ahead = behind.length === 0 ? spots : [behind.at(-1) as Spot, ...spots.slice(behind.length - 1 || 1)]
  // The spots ahead are the last ones, and so is what is known of them.
  const knownAhead = [true, ...known.slice(known.length - ahead.length + 1)]
  stroke(view, ahead, knownAhead, [{ colour: colours.ahead, width: 1.25 }])
  stroke(view, behind, known, [
    { colour: colours.halo, width: isChosen ? 6 : 4 },
    { colour: colours.travelled, width: isChosen ? 2.75 : 1.75 },
  ])
}

type Pen = { colour: string; width: number }

const stroke = (view: Scene, spots: readonly Spot[], known: readonly boolean[], pens: readonly Pen[]) => {
  const { context } = view
  context.lineJoin = 'round'
  for (const isKnown of [true, false]) {
    const path = pathOf(view, spots, known, isKnown)
    for (const { colour, width } of pens) {
      context.setLineDash(isKnown ? [] : [3, 5])
      context.strokeStyle = colour
      context.lineWidth = width
      context.stroke(path)
    }
  }
  context.setLineDash([])
}

// Closer than this two corners are one.
const leastPx = 0.75

/** The parts of a way of which something is known, or the others. */
const pathOf = (view: Scene, spots: readonly Spot[], known: readonly boolean[], isKnown: boolean) => {
  const path = new Path2D()
  for (const shift of worldCopies(view)) {
    let drawn: Spot | undefined
    for (let index = 1; index < spots.length; index++) {
      if (known[index] !== isKnown) {
        drawn = undefined
        continue
      }
      const [from, to] = [place(view, spots[index - 1] as Spot, shift), place(view, spots[index] as Spot, shift)]
      if (!drawn) path.moveTo(from.x, from.y)
      drawn ??= from
      const isEnd = index === spots.length - 1 || known[index + 1] !== isKnown
      if (!isEnd && Math.abs(to.x - drawn.x) + Math.abs(to.y - drawn.y) < leastPx) continue
      path.lineTo(to.x, to.y)
      drawn = to
    }
  }
  return path
}

const place = ({ size, left, top }: View, { x, y }: Spot, shift: number): Spot => ({
  x: (x + shift) * size - left,
  y: y * size - top,
})

// The number of each beside it, as far as there is room; the selected one first.
const drawNumbers = (view: Scene, { label, labelHalo }: Colours, family: string) => {
  const { context, width, height } = view
  context.font = `600 12px ${family}`
  context.textBaseline = 'middle'
  const named = vehicles.peek().flatMap(({ trackingNumber, look, ...spot }) =>
    onCanvas(view, spot).map((at) => ({
      trackingNumber,
      selected: look.selected,
      at,
      textPx: context.measureText(trackingNumber).width,
    })),
  )
  const labels = named
    .sort((a, b) => Number(b.selected) - Number(a.selected))
    .map((each) => ({ ...each, spots: labelSpots(each.at, each.textPx, { width, height }) }))
  const marks = named.map(({ at: { x, y } }) => ({ left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 }))
  for (const { label: each, spot } of uncrowded(labels, marks)) {
    const x = (spot.box.left + spot.box.right - each.textPx) / 2
    const y = (spot.box.top + spot.box.bottom) / 2
    // On a plate, which hides the name of a place beneath.
    context.beginPath()
    context.roundRect(x - 4, y - 8, each.textPx + 8, 16, 4)
    context.fillStyle = labelHalo
    context.fill()
    context.fillStyle = label
    context.fillText(each.trackingNumber, x, y)
  }
}
