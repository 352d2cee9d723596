import type { Leg, ShipmentSummary } from '@lading/shared/contract/shipment'
import { promiseStateOf } from '@lading/shared/domain/promise'
import { isFinished } from '@lading/shared/domain/shipment-state'

export type PromiseState = {
  status: 'on-time' | 'at-risk' | 'late' | 'kept' | 'missed'
  promisedAt: string
  byMs: number
  missProbability?: number
}

/**
 * How the arrival stands against what was promised, by how likely it is missed. Where nobody said, it is late when even the middle of
 * the window is after it, at risk when only the end of the window is. Without an arrival time the promise is broken once it has passed.
 */
export const promiseOf = (shipment: ShipmentSummary & { legs?: Leg[] }, nowMs: number): PromiseState | undefined => {
  const { promisedAt, eta, state, legs } = shipment
  if (!promisedAt) return undefined
  const promisedMs = Date.parse(promisedAt)
  const against = (atMs: number, late: PromiseState['status'], otherwise: PromiseState['status']): PromiseState => ({
    status: atMs > promisedMs ? late : otherwise,
    promisedAt,
    byMs: Math.abs(atMs - promisedMs),
  })
  const arrivedAt = legs?.at(-1)?.arrival.actual
  if (isFinished(state)) return arrivedAt ? against(Date.parse(arrivedAt), 'missed', 'kept') : undefined
  if (!eta) return against(nowMs, 'late', 'on-time')
  const byMiddle = against(Date.parse(eta.p50), 'late', 'on-time')
  const { missProbability } = shipment
  if (typeof missProbability === 'number') return { ...byMiddle, status: promiseStateOf(missProbability), missProbability }
  return byMiddle.status === 'late' ? byMiddle : against(Date.parse(eta.p90), 'at-risk', 'on-time')
}
