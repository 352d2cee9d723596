import Type from 'typebox'
import { movementKinds, policyKinds, serviceKinds } from '../domain/stock.ts'
import { Instant, nullable } from './common.ts'
import { Sku } from './product.ts'

export const WarehouseCode = Type.String({ minLength: 3, maxLength: 32, description: 'location code of a warehouse' })
export const StockParams = Type.Object({ product: Sku, warehouse: WarehouseCode })
export type StockKey = Type.Static<typeof StockParams>

export const ExternalId = Type.String({ minLength: 1, maxLength: 120, description: 'your own name for it; told twice it counts once' })

/** How a warehouse gets more of a product, and how well it wants to serve. Money in the product’s currency. */
export const SupplyTerms = Type.Object(
  {
    supplier: Type.String({ minLength: 1, maxLength: 120 }),
    leadTimeDays: Type.Number({ minimum: 0, maximum: 730, description: 'from order to shelf, mean' }),
    leadTimeSdDays: Type.Number({ minimum: 0, maximum: 365, description: 'its standard deviation' }),
    reviewDays: Type.Integer({ minimum: 1, maximum: 365, description: 'how often it is looked whether to order' }),
    policy: Type.Enum([...policyKinds], {
      description: 'periodic (R,S) · min-max (s,S) · fixed-quantity (r,Q) · newsvendor: once until the next chance to order',
    }),
    service: Type.Enum([...serviceKinds], {
      description: 'cycle (α): cycles without shortage · fill (β): demand met from the shelf · cost: costs decide',
    }),
    serviceLevel: Type.Number({ minimum: 0.5, maximum: 0.999, description: 'α or β; not looked at where costs decide' }),
    orderCostMinorUnits: Type.Integer({ minimum: 0, description: 'of one order, whatever its size' }),
    holdingShare: Type.Number({ exclusiveMinimum: 0, maximum: 5, description: 'of holding for a year, as a share of the cost' }),
    shortageCostMinorUnits: nullable(Type.Integer({ minimum: 0, description: 'per unit short; null for the margin' })),
    orderQuantity: nullable(Type.Integer({ minimum: 1, description: 'null for the economic one' })),
    expediteCostMinorUnits: nullable(
      Type.Integer({ minimum: 0, description: 'to have what is under way sooner; null where that cannot be' }),
    ),
    expediteSavesDays: nullable(Type.Number({ exclusiveMinimum: 0, maximum: 365 })),
    transferCostMinorUnits: nullable(
      Type.Integer({ minimum: 0, description: 'of a transfer from another warehouse; null where there is none' }),
    ),
    transferDays: nullable(Type.Number({ minimum: 0, maximum: 365 })),
  },
  { additionalProperties: false },
)
export type SupplyTerms = Type.Static<typeof SupplyTerms>

/** What is left out is taken as usual. */
export const NewSupplyTerms = Type.Object(
  {
    supplier: SupplyTerms.properties.supplier,
    leadTimeDays: SupplyTerms.properties.leadTimeDays,
    leadTimeSdDays: Type.Number({ ...SupplyTerms.properties.leadTimeSdDays, default: 0 }),
    reviewDays: Type.Integer({ ...SupplyTerms.properties.reviewDays, default: 7 }),
    policy: Type.Enum([...policyKinds], { default: 'min-max' }),
    service: Type.Enum([...serviceKinds], { default: 'cycle' }),
    serviceLevel: Type.Number({ ...SupplyTerms.properties.serviceLevel, default: 0.95 }),
    orderCostMinorUnits: Type.Integer({ ...SupplyTerms.properties.orderCostMinorUnits, default: 0 }),
    holdingShare: Type.Number({ ...SupplyTerms.properties.holdingShare, default: 0.2 }),
    shortageCostMinorUnits: Type.Optional(SupplyTerms.properties.shortageCostMinorUnits),
    orderQuantity: Type.Optional(SupplyTerms.properties.orderQuantity),
    expediteCostMinorUnits: Type.Optional(SupplyTerms.properties.expediteCostMinorUnits),
    expediteSavesDays: Type.Optional(SupplyTerms.properties.expediteSavesDays),
    transferCostMinorUnits: Type.Optional(SupplyTerms.properties.transferCostMinorUnits),
    transferDays: Type.Optional(SupplyTerms.properties.transferDays),
  },
  { additionalProperties: false },
)
export type NewSupplyTerms = Type.Static<typeof NewSupplyTerms>

export const NewMovement = Type.Object(
  {
    externalId: ExternalId,
    kind: Type.Enum([...movementKinds]),
    product: Sku,
    warehouse: WarehouseCode,
    to: Type.Optional(Type.String({ ...WarehouseCode, description: 'of a transfer: where it goes' })),
    quantity: Type.Integer({
      minimum: -1_000_000_000,
      maximum: 1_000_000_000,
      description: 'units: of a count what is there, of an adjustment the change, otherwise what is moved',
    }),
    at: Type.Optional(Instant),
    reference: Type.Optional(Type.String({ maxLength: 120 })),
  },
  { additionalProperties: false },
)
export type NewMovement = Type.Static<typeof NewMovement>

export const NewMovements = Type.Object(
  { items: Type.Array(NewMovement, { minItems: 1, maxItems: 5000 }) },
  { additionalProperties: false },
)

export const RecordedMovements = Type.Object({
  recorded: Type.Integer({ description: 'new entries in the ledger; a transfer makes two' }),
  known: Type.Integer({ description: 'entries that were there already' }),
  belowZero: Type.Array(Type.Object({ product: Sku, warehouse: WarehouseCode, onHand: Type.Integer() }), {
    description: 'where more has gone now than ever came: recorded all the same, and worth a count',
  }),
})
export type RecordedMovements = Type.Static<typeof RecordedMovements>

export const Movement = Type.Object({
  kind: Type.Enum([...movementKinds]),
  change: Type.Integer(),
  at: Instant,
  reference: nullable(Type.String()),
  externalId: Type.String(),
})
export type Movement = Type.Static<typeof Movement>

export const Reservation = Type.Object(
  {
    id: ExternalId,
    product: Sku,
    warehouse: WarehouseCode,
    quantity: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: '0 releases it' }),
    reference: Type.Optional(Type.String({ maxLength: 120 })),
  },
  { additionalProperties: false },
)
export type Reservation = Type.Static<typeof Reservation>
