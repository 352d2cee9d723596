import type { ShownShipment } from '@lading/store/postgres/consumer/shown-shipment'
import { type Causes, causesOf } from './causes.ts'

/** When it arrives, in the time zone of the place where it does; by how much that moved in all, and of that since a day before. */
export type Arrival =
  | { kind: 'window'; from: string; until: string; zone: string; laterByMs: number; sinceYesterdayMs: number; why: Causes | null }
  | { kind: 'delivered'; at: string | null; zone: string }
  | { kind: 'unknown' }

export const arrivalOf = (shipment: ShownShipment, zone: string): Arrival => {
  const { state, legs, milestones, eta, etaHistory, etaExplanation } = shipment
  if (state === 'delivered') {
    const handedOver = milestones.find(({ code, classifier }) => code === 'DROP' && classifier === 'ACT')
    return { kind: 'delivered', at: handedOver?.eventTime ?? legs.at(-1)?.arrival.actual ?? null, zone }
  }
  if (!eta || state === 'expired') return { kind: 'unknown' }
  const first = etaHistory[0] ?? eta
  const laterByMs = Date.parse(eta.p50) - Date.parse(first.p50)
  const changes = etaExplanation?.changes
  const dayBefore = changes?.against === 'day-before' ? etaHistory.find(({ computedAt }) => computedAt === changes.since) : undefined
  const sinceYesterdayMs = dayBefore ? Date.parse(eta.p50) - Date.parse(dayBefore.p50) : 0
  return { kind: 'window', from: eta.p10, until: eta.p90, zone, laterByMs, sinceYesterdayMs, why: causesOf(shipment, laterByMs) }
}
