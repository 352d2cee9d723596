import Type from 'typebox'
import { transferStates } from '../domain/stock.ts'
import { Id, Instant, Money, nullable, PageQuery, pageOf } from './common.ts'
import { Sku } from './product.ts'
import { ArrivalReason } from './purchase-order.ts'
import { WarehouseCode } from './stock.ts'

const Units = Type.Integer({ minimum: 1, maximum: 1_000_000_000 })

/** Goods that are brought from one warehouse to another. Planned, they are reserved where they lie; on their way, they are in transit. */
export const StockTransfer = Type.Object({
  id: Id,
  number: Type.String(),
  state: Type.Enum([...transferStates]),
  product: Sku,
  productName: Type.String(),
  fromWarehouse: WarehouseCode,
  fromName: Type.String(),
  toWarehouse: WarehouseCode,
  toName: Type.String(),
  quantity: Type.Integer(),
  arrivedQuantity: nullable(Type.Integer({ description: 'less where some was lost on the way' })),
  cost: Money,
  proposalId: nullable(Id),
  arrival: nullable(Type.Object({ p10: Instant, p50: Instant, p90: Instant }, { description: 'null once nothing is to come' })),
  why: Type.Array(ArrivalReason, { description: 'what the arrival rests on' }),
  createdAt: Instant,
  leftAt: nullable(Instant),
  arrivedAt: nullable(Instant),
  updatedAt: Instant,
})
export type StockTransfer = Type.Static<typeof StockTransfer>

export const StockTransferQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Enum([...transferStates])),
  product: Type.Optional(Sku),
  warehouse: Type.Optional(Type.String({ ...WarehouseCode, description: 'at either end' })),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'part of the number, or of the number or name of the product' })),
})
export const StockTransferPage = pageOf(StockTransfer)
export type StockTransferPage = Type.Static<typeof StockTransferPage>

export const NewStockTransfer = Type.Object(
  {
    product: Sku,
    fromWarehouse: WarehouseCode,
    toWarehouse: WarehouseCode,
    quantity: Units,
    days: Type.Optional(
      Type.Number({ minimum: 0, maximum: 365, description: 'on the way; as the terms of the destination say where it is missing' }),
    ),
  },
  { additionalProperties: false },
)
export type NewStockTransfer = Type.Static<typeof NewStockTransfer>

export const StockTransferChange = Type.Object(
  {
    state: Type.Enum(transferStates.filter((state) => state !== 'planned')),
    at: Type.Optional(Type.String({ format: 'date-time', description: 'when it left or arrived; now where it is missing' })),
    quantity: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'what arrived; all of it where it is missing' }),
    ),
  },
  { additionalProperties: false },
)
export type StockTransferChange = Type.Static<typeof StockTransferChange>
