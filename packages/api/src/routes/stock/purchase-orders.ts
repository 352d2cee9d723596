import { IdParams } from '@lading/shared/contract/common'
import {
  type KeptOrder,
  NewPurchaseOrder,
  NewReceipt,
  PurchaseOrder,
  PurchaseOrderChange,
  PurchaseOrderDetail,
  PurchaseOrderPage,
  PurchaseOrderQuery,
  RecordedReceipt,
  SupplierList,
} from '@lading/shared/contract/purchase-order'
import { addPurchaseOrder } from '@lading/store/postgres/purchase-order/add'
import { changePurchaseOrder } from '@lading/store/postgres/purchase-order/change'
import { getPurchaseOrder, receiptsOf } from '@lading/store/postgres/purchase-order/get'
import { listPurchaseOrders } from '@lading/store/postgres/purchase-order/list'
import { receivePurchaseOrder } from '@lading/store/postgres/purchase-order/receive'
import { listSuppliers } from '@lading/store/postgres/purchase-order/suppliers'
import type { App } from '../../app.ts'
import { askForForecast } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'
import { withArrivals } from '../../stock/order-arrivals.ts'

const tags = ['stock']

export const purchaseOrderRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  const shown = async (order: KeptOrder) => (await withArrivals(db, [order], clock.now()))[0] as PurchaseOrder

  app.get(
    '/v1/purchase-orders',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Purchase orders, newest first', querystring: PurchaseOrderQuery, response: { 200: PurchaseOrderPage } },
    },
    async ({ query: { limit = 50, ...filter } }) => {
      const { items, nextCursor } = await listPurchaseOrders(db, { ...filter, limit })
      return { items: await withArrivals(db, items, clock.now()), nextCursor }
    },
  )

  app.get(
    '/v1/suppliers',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'Who supplies: by the terms, or on a purchase order', response: { 200: SupplierList } },
    },
    async () => ({ items: await listSuppliers(db) }),
  )

  app.post(
    '/v1/purchase-orders',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Add a purchase order: a draft, or one that was placed',
        description:
          'Past orders with their receipts teach how long suppliers take. A number that is known is refused, so telling again is safe.',
        body: NewPurchaseOrder,
        response: { 200: PurchaseOrder },
      },
    },
    async ({ body, log }) => {
      const order = await addPurchaseOrder(db, body, clock.now())
      await askForForecast(queue, log)
      return shown(order)
    },
  )

  app.get(
    '/v1/purchase-orders/:id',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'A purchase order with what came of it', params: IdParams, response: { 200: PurchaseOrderDetail } },
    },
    async ({ params: { id } }) => {
      const [order, receipts] = await Promise.all([getPurchaseOrder(db, id).then(shown), receiptsOf(db, id)])
      return { ...order, receipts }
    },
  )

  app.patch(
    '/v1/purchase-orders/:id',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Move an order on (draft, sent, confirmed, received), or change it',
        description: 'Received says that all that is open has come, now, and books it. What came in parts or earlier is told as a receipt.',
        params: IdParams,
        body: PurchaseOrderChange,
        response: { 200: PurchaseOrder },
      },
    },
    async ({ params: { id }, body, log }) => {
      const order = await changePurchaseOrder(db, id, body, clock.now())
      await askForForecast(queue, log)
      return shown(order)
    },
  )

  app.post(
    '/v1/purchase-orders/:id/receipts',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Tell what has come of an order, in whole or in part',
        description:
          'Books a receipt in the stock ledger. Told again under the same externalId it counts once. What did not come stays open.',
        params: IdParams,
        body: NewReceipt,
        response: { 200: RecordedReceipt },
      },
    },
    async ({ params: { id }, body, log }) => {
      const recorded = await receivePurchaseOrder(db, id, body, clock.now())
      await askForForecast(queue, log)
      return { ...recorded, order: await shown(recorded.order) }
    },
  )
}
