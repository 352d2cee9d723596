import type { LivePosition } from '@lading/shared/contract/live'
import type { Position, ShipmentSummary } from '@lading/shared/contract/shipment'
import { isFinished, type ShipmentState } from '@lading/shared/domain/shipment-state'
import { unknownFromMs } from '@lading/shared/domain/track-gap'
import { signal } from '@preact/signals'

export type Positions = ReadonlyMap<string, Position>

/** The latest known position of each shipment, by the shipment's id. */
export const positions = signal<Positions>(new Map())

/** A position only moves forward in time: what arrives late does not pull a marker back. */
export const withPositions = (known: Positions, heard: LivePosition[]): Positions => {
  const fresh = heard.filter(({ shipmentId, recordedAt }) => {
    const before = known.get(shipmentId)
    return !before || Date.parse(recordedAt) > Date.parse(before.recordedAt)
  })
  if (fresh.length === 0) return known
  const merged = new Map(known)
  for (const { shipmentId, ...position } of fresh) merged.set(shipmentId, position)
  return merged
}

export const positionsOf = (shipments: ShipmentSummary[]): LivePosition[] =>
  shipments.flatMap(({ id, position }) =>
    position ? [{ ...position, shipmentId: id, speedKmh: position.speedKmh ?? null, headingDeg: position.headingDeg ?? null }] : [],
  )

export const staleAfterMs = unknownFromMs

/** From when on the position is too old to be believed. A shipment that is finished owes no further position. */
export const staleFromMs = (position: Position, state: ShipmentState) =>
  isFinished(state) ? Number.POSITIVE_INFINITY : Date.parse(position.recordedAt) + staleAfterMs

export const isStale = (position: Position, state: ShipmentState, nowMs: number) => nowMs > staleFromMs(position, state)
