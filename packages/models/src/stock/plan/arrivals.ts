import type { Arrival } from '@lading/shared/contract/stock-plan'
import type { UnderWay } from '@lading/shared/domain/supply'
import { expectedArrival } from '../lead-time/expected-arrival.ts'

/** What is under way with when it comes, the first one first. Without terms nobody knows how far an order may be off. */
export const arrivalsOf = (underWay: UnderWay[], leadTime: { meanDays: number; sdDays: number } | undefined, now: Date): Arrival[] =>
  underWay
    .map((one): Arrival => {
      const { kind, id, label, quantity } = one
      if (one.kind === 'shipment') return { kind, id, label, quantity, p10: one.p10, p50: one.p50, p90: one.p90 }
      const expectedAt = new Date(one.expectedAt)
      const { p10, p50, p90 } = expectedArrival(
        leadTime ?? { meanDays: 0, sdDays: 0 },
        { orderedAt: one.orderedAt === null ? null : new Date(one.orderedAt), promisedAt: one.isPromised || !leadTime ? expectedAt : null },
        now,
      )
      return { kind, id, label, quantity, p10: p10.toISOString(), p50: p50.toISOString(), p90: p90.toISOString() }
    })
    .sort((one, other) => (one.p50 < other.p50 ? -1 : 1))
