import type { Position, ShipmentSummary } from '@lading/shared/contract/shipment'
import { computed } from '@preact/signals'
import { selectedId } from '../../state/address/live-map.ts'
import { nowMs } from '../../state/clock.ts'
import { shownAlone } from '../../state/map/clusters.ts'
import { positions, staleFromMs } from '../../state/map/positions.ts'
import { isReplaying } from '../../state/replay/replay.ts'
import { listed } from '../../state/shipment/listed.ts'
import { mercator, type Spot } from '../mercator.ts'
import { type Look, sameLook } from './look.ts'

export type Marker = Spot & { id: string; look: Look }

// Below a walking pace the heading of a device says nothing.
const movingFromKmh = 2

const headingOf = ({ headingDeg, speedKmh }: Position) =>
  headingDeg != null && (speedKmh ?? 0) >= movingFromKmh ? (Math.round(headingDeg / 10) * 10) % 360 : undefined

// Staleness is told in hours: looking once a minute of platform time spares the map a redraw every second.
const minute = computed(() => Math.floor(nowMs.value / 60_000) * 60_000)

type Kept = { position: Position; staleFromMs: number; marker: Marker }

// Most shipments stay as they are from one look to the next, and so do their markers.
const kept = new WeakMap<ShipmentSummary, Kept>()

const markerOf = (shipment: ShipmentSummary, position: Position, now: number, selected: boolean): Marker => {
  const before = kept.get(shipment)
  const known = before?.position === position ? before : undefined
  const from = known?.staleFromMs ?? staleFromMs(position, shipment.state)
  const stale = now > from
  if (known && known.marker.look.stale === stale && known.marker.look.selected === selected) return known.marker
  const { id, mode, state, worstSeverity: severity } = shipment
  const look = sameLook({ mode, state, severity, stale, selected, heading: headingOf(position) })
  const marker = { ...mercator(position.lat, position.lon), id, look }
  kept.set(shipment, { position, staleFromMs: from, marker })
  return marker
}

const rank = ({ severity, selected }: Look) => (selected ? 3 : severity === 'critical' ? 2 : severity === 'warning' ? 1 : 0)

/**
 * Every listed shipment that has a position and is in no cluster, from the ground up: what needs a hand lies above the others, and the
 * selected one above everything. None while the past is replayed.
 */
export const markers = computed(() => {
  if (isReplaying.value) return []
  const layers: [Marker[], Marker[], Marker[], Marker[]] = [[], [], [], []]
  const [alone, selected, now, known] = [shownAlone.value, selectedId.value, minute.value, positions.value]
  for (const shipment of listed.value) {
    const { id } = shipment
    if (alone && !alone.has(id) && id !== selected) continue
    const position = known.get(id)
    if (!position) continue
    const marker = markerOf(shipment, position, now, id === selected)
    layers[rank(marker.look)].push(marker)
  }
  return layers[0].concat(layers[1], layers[2], layers[3])
})
