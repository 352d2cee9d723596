import type { ClaimDecision, ClaimKind, ClaimState } from './claim.ts'
import type { Mode } from './mode.ts'
import type { EvidenceSource, PartnerAspect } from './partner.ts'

type Shipment = { shipmentId: string; trackingNumber: string }

/** A leg that a carrier has carried, or carries. */
export type LegFact = Shipment & {
  sequence: number
  mode: Mode
  plannedArrival: Date
  actualDeparture: Date | null
  actualArrival: Date | null
  /** By how much the leg before it arrived after its plan; 0 where it did not. */
  handedOverLateHours: number
  /** Whether its goods have limits that could be broken, and a device that could fall silent. */
  hasLimits: boolean
  hasDevice: boolean
  /** What opened while it was in the hands of the carrier. */
  alerts: { kind: string; openedAt: Date }[]
}
/** A leg that somebody imported. */
export type HistoryFact = { key: string; mode: string | null; startedAt: Date; plannedHours: number; actualHours: number }
/** A whole journey that a forwarder answers for. */
export type ShipmentFact = Shipment & { mode: Mode | null; dueAt: Date; arrivedAt: Date }
/** A line of an order of a supplier. `cameAt`: when all of it had come; null while something is open. */
export type OrderFact = {
  orderId: string
  number: string
  product: string
  quantity: number
  received: number
  expectedAt: Date
  cameAt: Date | null
  lastAt: Date | null
  isClosed: boolean
}
/** A declaration that a broker lodged. */
export type CustomsFact = Shipment & { legSequence: number; lodgedAt: Date; missing: string[] }
/** What somebody recorded. */
export type RecordedFact = {
  id: string
  aspect: PartnerAspect
  isGood: boolean
  count: number
  at: Date
  source: EvidenceSource
  note: string | null
  shipmentId: string | null
  trackingNumber: string | null
  orderId: string | null
  number: string | null
}

/** A claim against the partner that was decided, or that it answered too late. */
export type ClaimFact = {
  id: string
  number: string
  kind: Exclude<ClaimKind, 'score'>
  decision: ClaimDecision | null
  decidedAt: Date | null
  lateAt: Date | null
  shipmentId: string | null
  trackingNumber: string | null
  orderId: string | null
  orderNumber: string | null
}
/** That a piece of evidence is said to be wrong. */
export type DisputeFact = { id: string; number: string; evidenceId: string; state: ClaimState; isUpheld: boolean; isOpen: boolean }

export type PartnerFacts = {
  legs: LegFact[]
  history: HistoryFact[]
  shipments: ShipmentFact[]
  orders: OrderFact[]
  customs: CustomsFact[]
  recorded: RecordedFact[]
  claims: ClaimFact[]
  /** The last of each piece of evidence. */
  disputes: DisputeFact[]
}
