import { NewMovements, NewSupplyTerms, RecordedMovements, Reservation, StockParams, SupplyTerms } from '@lading/shared/contract/stock'
import { StockDetail, StockList, StockQuery, WhatIf, WhatIfAnswer } from '@lading/shared/contract/stock-plan'
import { DomainError } from '@lading/store/postgres/domain-error'
import { listStock } from '@lading/store/postgres/stock/list'
import { recordMovements } from '@lading/store/postgres/stock/record-movements'
import { reserveStock } from '@lading/store/postgres/stock/reserve'
import { putTerms } from '@lading/store/postgres/stock/terms'
import { newestForecast } from '@lading/store/postgres/stock-plan/get'
import { loadStock } from '@lading/store/postgres/stock-plan/load'
import type { App } from '../../app.ts'
import { askForForecast } from '../../ask-for-work.ts'
import type { Dependencies } from '../../dependencies.ts'
import { checkMovements } from '../../stock/check-movements.ts'
import { stockDetail } from '../../stock/detail.ts'
import { termsOf } from '../../stock/terms-of.ts'
import { answerWhatIf } from '../../stock/what-if.ts'

const tags = ['stock']

export const stockRoutes = async (app: App, { database: { db }, queue, clock }: Dependencies) => {
  app.get(
    '/v1/stock',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'Every product in every warehouse, those most likely to run out first',
        querystring: StockQuery,
        response: { 200: StockList },
      },
    },
    async ({ query }) => ({ items: await listStock(db, query) }),
  )

  app.post(
    '/v1/stock/movements',
    {
      bodyLimit: 4_000_000,
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Tell the ledger what came, went or was counted',
        description:
          'All of it or nothing. Told again under the same externalId it counts once, so telling again after a failure is right.',
        body: NewMovements,
        response: { 200: RecordedMovements },
      },
    },
    async ({ body: { items }, log }) => {
      const issues = checkMovements(items)
      if (issues.length > 0) throw new DomainError('not-valid', 'The movements are not valid.', issues)
      const recorded = await recordMovements(db, items, clock.now())
      await askForForecast(queue, log)
      return recorded
    },
  )

  app.post(
    '/v1/stock/reservations',
    {
      config: { access: 'operator' },
      schema: { tags, summary: 'Reserve stock, or release it', body: Reservation, response: { 200: Reservation } },
    },
    async ({ body, log }) => {
      await reserveStock(db, body, clock.now())
      await askForForecast(queue, log)
      return body
    },
  )

  app.get(
    '/v1/stock/:product/:warehouse',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'A product in a warehouse: history, forecast, projection, policy and what is proposed',
        params: StockParams,
        response: { 200: StockDetail },
      },
    },
    ({ params }) => stockDetail(db, params, clock.now()),
  )

  app.post(
    '/v1/stock/what-if',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'What would be with another service level, lead time, a promotion or an order now; nothing is changed',
        body: WhatIf,
        response: { 200: WhatIfAnswer },
      },
    },
    async ({ body }) => {
      const key = { product: body.product, warehouse: body.warehouse }
      const [records, forecast] = await Promise.all([loadStock(db, key, clock.now()), newestForecast(db, key)])
      if (!records) throw new DomainError('stock-not-found', 'There is no such product or warehouse.')
      if (!forecast) throw new DomainError('not-forecast', 'There is no forecast yet: it takes a week of known demand.')
      return answerWhatIf(records, forecast, body)
    },
  )

  app.put(
    '/v1/stock/:product/:warehouse/terms',
    {
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Say how a warehouse gets more of a product, and how well it wants to serve',
        params: StockParams,
        body: NewSupplyTerms,
        response: { 200: SupplyTerms },
      },
    },
    async ({ params, body, log }) => {
      const terms = termsOf(body)
      await putTerms(db, params, terms, clock.now())
      await askForForecast(queue, log)
      return terms
    },
  )
}
