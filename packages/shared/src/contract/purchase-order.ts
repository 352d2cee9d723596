import Type from 'typebox'
import { arrivalReasons, purchaseOrderStates } from '../domain/stock.ts'
import { Id, Instant, Money, nullable, PageQuery, pageOf } from './common.ts'
import { Sku } from './product.ts'
import { ExternalId, WarehouseCode } from './stock.ts'

const Units = Type.Integer({ minimum: 1, maximum: 1_000_000_000 })
const Supplier = Type.String({ minLength: 1, maxLength: 120 })
const OrderNumber = Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\s/]+$' })

/** What the time at which goods are expected rests on, as a code with its facts; times in days. */
export const ArrivalReason = Type.Object({
  code: Type.Enum([...arrivalReasons]),
  values: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String()])),
})
export type ArrivalReason = Type.Static<typeof ArrivalReason>

/** What the supplier said itself, signed in as a partner, of when goods come. What was planned stays beside it. */
export const SupplierConfirmation = Type.Object({
  day: Type.String({ format: 'date', description: 'on which they come, where the warehouse is' }),
  at: Type.String({ format: 'date-time', description: 'noon of that day there' }),
  recordedAt: Instant,
  by: nullable(Type.String({ description: 'who of the supplier said so; null once nobody of that name may sign in any more' })),
  counts: Type.Boolean({ description: 'false where staff said another day since' }),
})
export type SupplierConfirmation = Type.Static<typeof SupplierConfirmation>

export const PurchaseOrderLine = Type.Object({
  product: Sku,
  productName: Type.String(),
  quantity: Type.Integer(),
  received: Type.Integer({ description: 'more than the quantity where more came than was ordered' }),
  cost: Money,
  expectedAt: Instant,
  isPromised: Type.Boolean({ description: 'whether somebody said when it comes; otherwise it follows from the lead time' }),
  soonerDays: Type.Number({ description: 'by so much it was expedited' }),
  confirmed: nullable(SupplierConfirmation),
  proposalId: nullable(Id),
  arrival: nullable(
    Type.Object({ p10: Instant, p50: Instant, p90: Instant }, { description: 'when what is open comes; null where nothing is to come' }),
  ),
  why: Type.Array(ArrivalReason, { description: 'what the arrival rests on' }),
})
export type PurchaseOrderLine = Type.Static<typeof PurchaseOrderLine>

export const PurchaseOrder = Type.Object({
  id: Id,
  number: Type.String(),
  state: Type.Enum([...purchaseOrderStates]),
  supplier: Type.String(),
  warehouse: WarehouseCode,
  warehouseName: Type.String(),
  lines: Type.Array(PurchaseOrderLine, { description: 'in the order of their products' }),
  shipments: Type.Array(Type.Object({ id: Id, trackingNumber: Type.String() }), { description: 'open ones that carry it' }),
  cost: Type.Object(Money.properties, { description: 'of all lines, and what ordering costs whatever the size' }),
  createdAt: Instant,
  orderedAt: nullable(Type.String({ format: 'date-time', description: 'when it was placed; null of a draft' })),
  updatedAt: Instant,
})
export type PurchaseOrder = Type.Static<typeof PurchaseOrder>

/** An order as it is kept: when it comes is computed when somebody asks. */
export type KeptOrder = Omit<PurchaseOrder, 'lines' | 'shipments'> & { lines: Omit<PurchaseOrderLine, 'arrival' | 'why'>[] }

export const OrderReceipt = Type.Object({
  product: Sku,
  quantity: Type.Integer(),
  at: Instant,
  externalId: Type.String(),
  isBooked: Type.Boolean({ description: 'false where the ledger was told of these goods by somebody else' }),
})
export type OrderReceipt = Type.Static<typeof OrderReceipt>

export const PurchaseOrderDetail = Type.Object({
  ...PurchaseOrder.properties,
  receipts: Type.Array(OrderReceipt, { description: 'what came, oldest first' }),
})
export type PurchaseOrderDetail = Type.Static<typeof PurchaseOrderDetail>

export const PurchaseOrderQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Enum([...purchaseOrderStates])),
  warehouse: Type.Optional(WarehouseCode),
  supplier: Type.Optional(Supplier),
  product: Type.Optional(Sku),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'part of the number, or of the number or name of a product' })),
})
export const PurchaseOrderPage = pageOf(PurchaseOrder)
export type PurchaseOrderPage = Type.Static<typeof PurchaseOrderPage>

export const SupplierList = Type.Object({ items: Type.Array(Supplier) })
export type SupplierList = Type.Static<typeof SupplierList>

export const NewPurchaseOrder = Type.Object(
  {
    number: Type.Optional(Type.String({ ...OrderNumber, description: 'yours; one is made up where it is missing' })),
    supplier: Supplier,
    warehouse: WarehouseCode,
    lines: Type.Array(Type.Object({ product: Sku, quantity: Units, expectedAt: Type.Optional(Instant) }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: 500,
    }),
    orderedAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'when it was placed, which may be long ago; missing: a draft' }),
    ),
  },
  { additionalProperties: false },
)
export type NewPurchaseOrder = Type.Static<typeof NewPurchaseOrder>

export const PurchaseOrderChange = Type.Object(
  {
    state: Type.Optional(Type.Enum([...purchaseOrderStates], { description: 'received: all that is open has come, now' })),
    quantities: Type.Optional(
      Type.Array(Type.Object({ product: Sku, quantity: Units }, { additionalProperties: false }), {
        minItems: 1,
        maxItems: 500,
        description: 'of lines; only of a draft',
      }),
    ),
    expectedAt: Type.Optional(Type.String({ format: 'date-time', description: 'when the supplier says that what is open comes' })),
  },
  { additionalProperties: false },
)
export type PurchaseOrderChange = Type.Static<typeof PurchaseOrderChange>

/** What has come of an order. */
export const NewReceipt = Type.Object(
  {
    externalId: ExternalId,
    at: Type.Optional(Type.String({ format: 'date-time', description: 'when it came; now where it is missing' })),
    lines: Type.Optional(
      Type.Array(Type.Object({ product: Sku, quantity: Units }, { additionalProperties: false }), {
        minItems: 1,
        maxItems: 500,
        description: 'what came; everything that is open where it is missing',
      }),
    ),
    isBooked: Type.Boolean({ default: true, description: 'false where the ledger has been told of these goods, so that they count once' }),
  },
  { additionalProperties: false },
)
export type NewReceipt = Type.Static<typeof NewReceipt>

export const RecordedReceipt = Type.Object({
  order: PurchaseOrder,
  recorded: Type.Integer({ description: 'lines that are new' }),
  known: Type.Integer({ description: 'lines that were told before under the same externalId' }),
  overDelivered: Type.Array(Type.Object({ product: Sku, ordered: Type.Integer(), received: Type.Integer() }), {
    description: 'where more has come than was ordered: recorded all the same, and worth a word with the supplier',
  }),
})
export type RecordedReceipt = Type.Static<typeof RecordedReceipt>
