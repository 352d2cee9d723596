import Type from 'typebox'
import { nullable } from './common.ts'
import { Location } from './location.ts'

export const Sku = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$', description: 'your own number for the product' })

const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
const Money = Type.Object({ minorUnits: Type.Integer({ minimum: 0 }), currency: Currency })

const described = {
  sku: Sku,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  cost: Money,
}

export const Product = Type.Object({
  ...described,
  hsCode: nullable(Type.String({ pattern: '^\\d{6}(\\d{2}){0,2}$', description: 'Harmonised System code, 6 to 10 digits' })),
  unit: Type.String({ minLength: 1, maxLength: 20 }),
  packSize: Type.Integer({ minimum: 1, description: 'orders come in multiples of this many units' }),
  minimumOrder: Type.Integer({ minimum: 1, description: 'units' }),
  shelfLifeDays: nullable(Type.Integer({ minimum: 1 })),
  price: nullable(Money),
})
export type Product = Type.Static<typeof Product>

const { hsCode, unit, packSize, minimumOrder, shelfLifeDays, price } = Product.properties

export const NewProduct = Type.Object(
  {
    ...described,
    hsCode: Type.Optional(hsCode),
    unit: Type.Optional(unit),
    packSize: Type.Optional(packSize),
    minimumOrder: Type.Optional(minimumOrder),
    shelfLifeDays: Type.Optional(shelfLifeDays),
    price: Type.Optional(price),
  },
  { additionalProperties: false },
)
export type NewProduct = Type.Static<typeof NewProduct>

/** A place where stock is kept. */
export const Warehouse = Location
export type Warehouse = Location

export const NewWarehouse = Type.Object(
  { code: Type.String({ description: 'code of a location of the kind warehouse' }) },
  { additionalProperties: false },
)
