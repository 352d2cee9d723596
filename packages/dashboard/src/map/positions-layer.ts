import type { Position, ShipmentSummary } from '@lading/shared/contract/shipment'
import { computed, effect } from '@preact/signals'
import type L from 'leaflet'
import { selectedId } from '../state/address.ts'
import { nowMs } from '../state/clock.ts'
import { shownAlone } from '../state/clusters.ts'
import { listed } from '../state/listed.ts'
import { isStale, positions } from '../state/positions.ts'
import { colourScheme } from '../state/theme.ts'
import { addCanvasLayer, type CanvasView, worldCopies } from './canvas-layer.ts'
import { createGlide } from './glide.ts'
import { createSprites, type Look, spriteSize } from './marker-sprite.ts'
import { mercator, type Spot } from './mercator.ts'

export type Marker = Spot & { id: string; look: Look }

// Below a walking pace the heading of a device says nothing.
const movingFromKmh = 2

const lookOf = (
  { mode, state, worstSeverity, id }: ShipmentSummary,
  position: Position,
  now: number,
  selected: string | undefined,
): Look => ({
  mode,
  state,
  severity: worstSeverity,
  stale: isStale(position, state, now),
  selected: id === selected,
  heading: position.headingDeg != null && (position.speedKmh ?? 0) >= movingFromKmh ? Math.round(position.headingDeg / 10) * 10 : undefined,
})

// Staleness is told in hours: looking once a minute of platform time spares the map a redraw every second.
const minute = computed(() => Math.floor(nowMs.value / 60_000) * 60_000)

/** Every listed shipment that has a position and is in no cluster; the selected one last, so that it lies on top. */
export const markers = computed(() => {
  const all = listed.value.flatMap((shipment): Marker[] => {
    const position = positions.value.get(shipment.id)
    const inCluster = shownAlone.value?.has(shipment.id) === false && shipment.id !== selectedId.value
    if (!position || inCluster) return []
    return [{ ...mercator(position.lat, position.lon), id: shipment.id, look: lookOf(shipment, position, minute.value, selectedId.value) }]
  })
  return all.sort((a, b) => Number(a.look.selected) - Number(b.look.selected))
})

/** The shipments on the map. A marker glides to its new place while that is cheap. */
export const addPositionsLayer = (map: L.Map) => {
  map.createPane('positions').style.zIndex = '450'
  const glide = createGlide()
  let sprite = createSprites(window.devicePixelRatio || 1)

  const layer = addCanvasLayer(map, 'positions', (view) => {
    const { spots, moving } = glide(markers.peek(), performance.now())
    const dim = selectedId.peek() !== undefined
    for (const copy of worldCopies(view)) {
      for (const marker of markers.peek())
        drawMarker(view, copy, spots.get(marker.id) ?? marker, sprite(marker.look), dim && !marker.look.selected)
    }
    if (moving) layer.redraw()
  })
  const stopMarkers = effect(() => {
    markers.value
    layer.redraw()
  })
  const stopColours = effect(() => {
    colourScheme.value
    sprite = createSprites(window.devicePixelRatio || 1)
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

const drawMarker = (view: CanvasView, copy: number, { x, y }: Spot, sprite: HTMLCanvasElement, dim: boolean) => {
  const side = spriteSize * markerScale(view.size)
  const left = (x + copy) * view.size - view.left - side / 2
  const top = y * view.size - view.top - side / 2
  if (left < -side || top < -side || left > view.width || top > view.height) return
  view.context.globalAlpha = dim ? 0.45 : 1
  view.context.drawImage(sprite, left, top, side, side)
  view.context.globalAlpha = 1
}
