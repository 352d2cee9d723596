import Type from 'typebox'
import { demandClasses, demandReasons } from '../domain/demand.ts'
import { policyLimits, proposalKinds, proposalReasons, proposalStates } from '../domain/stock.ts'
import { Day, Id, Instant, Money, nullable, PageQuery, pageOf } from './common.ts'
import { DemandEvent } from './demand.ts'
import { Sku } from './product.ts'
import { Movement, SupplyTerms, WarehouseCode } from './stock.ts'

const Probability = Type.Number({ minimum: 0, maximum: 1 })

/** When to order, how much, and what that rests on. Units, unless a name says days. */
export const StockPolicy = Type.Object({
  /** Demand from now until what is ordered at the next chance could be on the shelf. */
  protectionDays: Type.Number(),
  demandMean: Type.Number(),
  demandSd: Type.Number({ description: 'of demand over the protection time, lead time variability included' }),
  demandPerDay: Type.Number(),
  /** α that the level is set by: given, or following from costs; null with a fill rate. */
  cycleService: nullable(Probability),
  fillRate: nullable(Probability),
  safetyStock: Type.Number(),
  reorderPoint: Type.Integer(),
  orderUpTo: Type.Integer(),
  orderQuantity: Type.Integer(),
  distribution: Type.Enum(['normal', 'negative-binomial', 'gamma']),
  /** What bent the figures: pack size, minimum order, shelf life. */
  limits: Type.Array(Type.Enum([...policyLimits])),
})
export type StockPolicy = Type.Static<typeof StockPolicy>

export const ProjectedDay = Type.Object({
  day: Day,
  p10: Type.Number(),
  p50: Type.Number(),
  p90: Type.Number(),
  stockOutProbability: Type.Number({ minimum: 0, maximum: 1, description: 'that some of this day’s demand cannot be met' }),
})
export type ProjectedDay = Type.Static<typeof ProjectedDay>

export const Arrival = Type.Object({
  kind: Type.Enum(['shipment', 'purchase-order', 'transfer']),
  id: Id,
  label: Type.String({ description: 'number of the shipment, order or transfer' }),
  quantity: Type.Integer(),
  isPlaced: Type.Boolean({ description: 'false of a draft, and of a transfer that has not left' }),
  isExpedited: Type.Boolean({ description: 'whether somebody approved to have it come sooner' }),
  p10: Instant,
  p50: Instant,
  p90: Instant,
})
export type Arrival = Type.Static<typeof Arrival>

export const ProposalReason = Type.Object({
  code: Type.Enum([...proposalReasons]),
  values: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()])),
})
export type ProposalReason = Type.Static<typeof ProposalReason>

export const ProposalEffect = Type.Object({
  stockOutBefore: Probability,
  stockOutAfter: Probability,
  days: Type.Integer({ description: 'within how many days; of an order, on which day from today' }),
})
export type ProposalEffect = Type.Static<typeof ProposalEffect>

export const Proposal = Type.Object({
  id: Id,
  kind: Type.Enum([...proposalKinds]),
  product: Sku,
  productName: Type.String(),
  warehouse: WarehouseCode,
  warehouseName: Type.String(),
  fromWarehouse: nullable(WarehouseCode),
  shipmentId: nullable(Id),
  quantity: Type.Integer(),
  cost: Money,
  reasons: Type.Array(ProposalReason),
  effect: ProposalEffect,
  state: Type.Enum([...proposalStates]),
  createdAt: Instant,
  decidedAt: nullable(Instant),
  decisionReason: nullable(Type.String()),
  purchaseOrderId: nullable(Type.String({ format: 'uuid', description: 'the order that it became, or that is to come sooner' })),
  transferId: nullable(Type.String({ format: 'uuid', description: 'the transfer that it became' })),
})
export type Proposal = Type.Static<typeof Proposal>

export const ProposalQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Enum([...proposalStates])),
  product: Type.Optional(Sku),
  warehouse: Type.Optional(WarehouseCode),
})
export const ProposalPage = pageOf(Proposal)

export const Rejection = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false })

/** One line of the list: a product in a warehouse. */
export const StockLine = Type.Object({
  product: Sku,
  productName: Type.String(),
  unit: Type.String(),
  warehouse: WarehouseCode,
  warehouseName: Type.String(),
  onHand: Type.Integer({ description: 'below zero where more has gone than ever came' }),
  reserved: Type.Integer(),
  inTransit: Type.Integer({ description: 'in open shipments for this warehouse, and ordered' }),
  daysOfCover: nullable(Type.Number({ description: 'how long what is on hand and not reserved lasts at mean demand' })),
  stockOutProbability: nullable(
    Type.Number({ minimum: 0, maximum: 1, description: 'before the next arrival; null before the first forecast' }),
  ),
  atRiskSince: nullable(Type.String({ format: 'date-time', description: 'since when that is 0.2 or more' })),
  excess: Type.Integer({ description: 'units beyond what the policy would ever hold' }),
  isDead: Type.Boolean({ description: 'nobody asked for it for half a year' }),
  proposals: Type.Array(Type.Enum([...proposalKinds]), { description: 'what is proposed now' }),
  computedAt: nullable(Instant),
})
export type StockLine = Type.Static<typeof StockLine>

export const StockQuery = Type.Object({
  product: Type.Optional(Sku),
  warehouse: Type.Optional(WarehouseCode),
  atRisk: Type.Optional(Type.Boolean({ description: 'true: only what is likely to run out, or has gone below zero' })),
})
export const StockList = Type.Object({ items: Type.Array(StockLine) })
export type StockList = Type.Static<typeof StockList>

export const DemandReason = Type.Object({
  code: Type.Enum([...demandReasons]),
  values: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()]), { description: 'the facts of it' }),
  message: Type.String({ description: 'the same in plain English' }),
})
export type DemandReason = Type.Static<typeof DemandReason>

export const DemandForecast = Type.Object({
  computedAt: Instant,
  from: Day,
  mean: Type.Array(Type.Number()),
  p10: Type.Array(Type.Number()),
  p50: Type.Array(Type.Number()),
  p90: Type.Array(Type.Number()),
  method: Type.String({ description: 'in plain English; `reasons` has it in codes' }),
  demandClass: Type.Enum([...demandClasses], { description: 'how demand arrives, after Syntetos, Boylan & Croston (2005)' }),
  season: Type.Integer(),
  reasons: Type.Array(DemandReason),
})
export type DemandForecast = Type.Static<typeof DemandForecast>

/** How long it takes from ordering to having, as past orders have shown, and what that rests on. Days. */
export const LeadTime = Type.Object({
  meanDays: Type.Number(),
  sdDays: Type.Number({ description: 'its standard deviation' }),
  agreedDays: Type.Number({ description: 'as the terms say' }),
  agreedSdDays: Type.Number(),
  orders: Type.Integer({ description: 'past orders of this product for this warehouse' }),
  otherOrders: Type.Integer({ description: 'past orders of the same supplier besides' }),
  onShipments: Type.Integer({ description: 'orders of the supplier that live shipments carry, each as it is to arrive' }),
  agreedShare: Type.Number({
    minimum: 0,
    maximum: 1,
    description: 'of the figure that still rests on the terms; 1 where there is nothing else',
  }),
})
export type LeadTime = Type.Static<typeof LeadTime>

/** Everything known of a product in a warehouse. */
export const StockDetail = Type.Object({
  line: StockLine,
  terms: nullable(SupplyTerms),
  leadTime: nullable(LeadTime),
  history: Type.Array(Type.Object({ day: Day, quantity: nullable(Type.Number({ description: 'null where there was nothing to sell' })) }), {
    description: 'demand by day, oldest first, at most two years',
  }),
  events: Type.Array(DemandEvent),
  movements: Type.Array(Movement, { description: 'newest first, at most 50' }),
  arrivals: Type.Array(Arrival),
  forecast: nullable(DemandForecast),
  policy: nullable(StockPolicy),
  projection: Type.Array(ProjectedDay),
  proposals: Type.Array(Proposal, { description: 'open ones' }),
})
export type StockDetail = Type.Static<typeof StockDetail>

/** What would be if; fields left out stay as they are. */
export const WhatIf = Type.Object(
  {
    product: Sku,
    warehouse: WarehouseCode,
    service: Type.Optional(SupplyTerms.properties.service),
    serviceLevel: Type.Optional(SupplyTerms.properties.serviceLevel),
    leadTimeDays: Type.Optional(SupplyTerms.properties.leadTimeDays),
    leadTimeSdDays: Type.Optional(SupplyTerms.properties.leadTimeSdDays),
    promotion: Type.Optional(Type.Object({ from: Day, until: Day }, { additionalProperties: false })),
    order: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'units ordered now' })),
  },
  { additionalProperties: false },
)
export type WhatIf = Type.Static<typeof WhatIf>

export const WhatIfAnswer = Type.Object({
  policy: StockPolicy,
  projection: Type.Array(ProjectedDay),
  stockOutProbability: Probability,
  forecast: DemandForecast,
  order: nullable(Type.Object({ quantity: Type.Integer(), cost: Money })),
  /** What history says of promotions: demand on their days, as a multiple of the usual; null where there was none. */
  promotionLift: nullable(Type.Number()),
})
export type WhatIfAnswer = Type.Static<typeof WhatIfAnswer>
