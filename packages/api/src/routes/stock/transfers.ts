import { IdParams } from '@lading/shared/contract/common'
import {
  NewStockTransfer,
  StockTransfer,
  StockTransferChange,
  StockTransferPage,
  StockTransferQuery,
} from '@lading/shared/contract/stock-transfer'
import { changeTransfer } from '@lading/store/postgres/stock-transfer/change'
import { getTransfer, type KeptTransfer, listTransfers } from '@lading/store/postgres/stock-transfer/list'
import { planTransfer } from '@lading/store/postgres/stock-transfer/plan'
import type { App } from '../../app.ts'
import { askForForecast } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'
import { transferArrivals } from '../../stock/transfer-arrivals.ts'

const tags = ['stock']

export const stockTransferRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  const shown = async (transfer: KeptTransfer) => (await transferArrivals(db, [transfer], clock.now()))[0] as StockTransfer

  app.get(
    '/v1/stock/transfers',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Transfers between warehouses, newest first',
        querystring: StockTransferQuery,
        response: { 200: StockTransferPage },
      },
    },
    async ({ query: { limit = 50, ...filter } }) => {
      const { items, nextCursor } = await listTransfers(db, { ...filter, limit })
      return { items: await transferArrivals(db, items, clock.now()), nextCursor }
    },
  )

  app.post(
    '/v1/stock/transfers',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Plan to bring goods from one warehouse to another',
        description: 'An approved proposal does this by itself. A move that has happened already is told to the ledger instead.',
        body: NewStockTransfer,
        response: { 200: StockTransfer },
      },
    },
    async ({ body, log }) => {
      const transfer = await planTransfer(db, body, clock.now())
      await askForForecast(queue, log)
      return shown(transfer)
    },
  )

  app.get(
    '/v1/stock/transfers/:id',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'A transfer', params: IdParams, response: { 200: StockTransfer } },
    },
    async ({ params: { id } }) => shown(await getTransfer(db, id)),
  )

  app.patch(
    '/v1/stock/transfers/:id',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Say that a transfer has left or arrived, or will not be',
        description: 'Books what leaves and what arrives in the stock ledger. Told again it changes nothing.',
        params: IdParams,
        body: StockTransferChange,
        response: { 200: StockTransfer },
      },
    },
    async ({ params: { id }, body, log }) => {
      const transfer = await changeTransfer(db, id, body, clock.now())
      await askForForecast(queue, log)
      return shown(transfer)
    },
  )
}
