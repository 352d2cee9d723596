import type { Arrival } from '@lading/shared/contract/stock-plan'
import type { UnderWay } from '@lading/shared/domain/supply'
import { expectedArrival, type Window } from '../lead-time/expected-arrival.ts'
import { transferTime } from '../lead-time/transfer-time.ts'

type LeadTime = { meanDays: number; sdDays: number }

/** What is under way with when it comes, the first one first. Without terms nobody knows how far an order may be off. */
export const arrivalsOf = (underWay: UnderWay[], leadTime: LeadTime | undefined, now: Date): Arrival[] =>
  underWay
    .map((one): Arrival => {
      const { kind, id, label, quantity } = one
      const arrival = { kind, id, label, quantity }
      if (one.kind === 'shipment') {
        const { p10, p50, p90, isExpedited } = one
        return { ...arrival, p10, p50, p90, isExpedited, isPlaced: true }
      }
      if (one.kind === 'transfer') {
        const window = expectedArrival(transferTime(one), { orderedAt: instant(one.leftAt), promisedAt: null }, now)
        return { ...arrival, ...written(window), isPlaced: one.leftAt !== null, isExpedited: false }
      }
      const { orderedAt, expectedAt, isPromised, soonerDays } = one
      const promisedAt = isPromised || !leadTime ? new Date(expectedAt) : null
      const window = expectedArrival(leadTime ?? { meanDays: 0, sdDays: 0 }, { orderedAt: instant(orderedAt), promisedAt, soonerDays }, now)
      return { ...arrival, ...written(window), isPlaced: orderedAt !== null, isExpedited: soonerDays > 0 }
    })
    .sort((one, other) => (one.p50 < other.p50 ? -1 : 1))

const instant = (text: string | null) => (text === null ? null : new Date(text))

const written = ({ p10, p50, p90 }: Window) => ({ p10: p10.toISOString(), p50: p50.toISOString(), p90: p90.toISOString() })
