import Type from 'typebox'
import { demandEventKinds } from '../domain/stock.ts'
import { Day, Id, nullable } from './common.ts'
import { Sku } from './product.ts'
import { WarehouseCode } from './stock.ts'

/** What was asked for on a day; a day told again replaces what was told before. */
export const DemandDay = Type.Object(
  {
    product: Sku,
    warehouse: WarehouseCode,
    day: Day,
    quantity: Type.Number({ minimum: 0, maximum: 1e9 }),
    inStock: Type.Boolean({
      default: true,
      description: 'false where there was nothing to sell: the quantity then says nothing of demand',
    }),
  },
  { additionalProperties: false },
)
export type DemandDay = Type.Static<typeof DemandDay>

export const DemandHistory = Type.Object(
  { items: Type.Array(DemandDay, { minItems: 1, maxItems: 200_000 }) },
  { additionalProperties: false },
)

export const ImportedDays = Type.Object({ days: Type.Integer() })

/** A promotion, or something else that moves demand and is known beforehand. */
export const DemandEvent = Type.Object({
  id: Id,
  product: Sku,
  warehouse: nullable(WarehouseCode),
  kind: Type.Enum([...demandEventKinds]),
  name: Type.String(),
  from: Day,
  until: Type.String({ format: 'date', description: 'the last day' }),
})
export type DemandEvent = Type.Static<typeof DemandEvent>

export const NewDemandEvent = Type.Object(
  {
    product: Sku,
    warehouse: Type.Optional(Type.String({ ...WarehouseCode, description: 'every warehouse where missing' })),
    kind: Type.Enum([...demandEventKinds]),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    from: Day,
    until: DemandEvent.properties.until,
  },
  { additionalProperties: false },
)
export type NewDemandEvent = Type.Static<typeof NewDemandEvent>
