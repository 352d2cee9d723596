import { NewProduct, NewWarehouse, Product, Warehouse } from '@lading/shared/contract/product'
import { isCurrency } from '@lading/shared/domain/money'
import type { Issue } from '@lading/shared/issue/issue'
import { DomainError } from '@lading/store/postgres/domain-error'
import { getProduct, listProducts } from '@lading/store/postgres/product/list'
import { putProduct } from '@lading/store/postgres/product/put'
import { addWarehouse } from '@lading/store/postgres/warehouse/add'
import { listWarehouses } from '@lading/store/postgres/warehouse/list'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['stock']

export const productRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  app.get(
    '/v1/products',
    { config: { access: 'viewer' }, schema: { tags, summary: 'All products', response: { 200: Type.Array(Product) } } },
    () => listProducts(db),
  )

  app.post(
    '/v1/products',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Add a product, or change it where it is known', body: NewProduct, response: { 200: Product } },
    },
    async ({ body }) => {
      const issues = checkMoney(body)
      if (issues.length > 0) throw new DomainError('not-valid', 'The product is not valid.', issues)
      await putProduct(db, body, clock.now())
      return (await getProduct(db, body.sku)) as Product
    },
  )

  app.get(
    '/v1/warehouses',
    { config: { access: 'viewer' }, schema: { tags, summary: 'Places where stock is kept', response: { 200: Type.Array(Warehouse) } } },
    () => listWarehouses(db),
  )

  app.post(
    '/v1/warehouses',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Keep stock at a place', body: NewWarehouse, response: { 200: Type.Array(Warehouse) } },
    },
    async ({ body: { code } }) => {
      await addWarehouse(db, code, clock.now())
      return listWarehouses(db)
    },
  )
}

const checkMoney = ({ cost, price }: NewProduct): Issue[] => {
  const { currency } = cost
  if (!isCurrency(currency)) return [{ path: '/cost/currency', message: `${currency} is not a currency of ISO 4217` }]
  return price && price.currency !== currency ? [{ path: '/price/currency', message: `is not ${currency}, as that of the cost` }] : []
}
