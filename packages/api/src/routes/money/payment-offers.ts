import { compareOffers } from '@lading/models/payment/compare-offers'
import {
  NewPaymentOffer,
  OfferComparison,
  OfferComparisonQuery,
  PaymentOffer,
  PaymentOfferList,
  PaymentOfferParams,
} from '@lading/shared/contract/payment'
import { isCurrency } from '@lading/shared/domain/money'
import { dayOf, isStale } from '@lading/shared/money/rate-age'
import { DomainError } from '@lading/store/postgres/domain-error'
import { ratesOn } from '@lading/store/postgres/exchange-rate/rates-on'
import { listOffers, putOffer, removeOffer } from '@lading/store/postgres/payment/offers'
import Type from 'typebox'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['payments']

/** What payment providers ask for, and which of them is the cheapest for an amount. */
export const paymentOfferRoutes = async (app: App, { database: { db }, clock }: Dependencies) => {
  app.get(
    '/v1/payment-offers',
    {
      config: { access: 'viewer' },
      schema: { tags, summary: 'What payment providers ask for, as it was entered here', response: { 200: PaymentOfferList } },
    },
    async () => ({ items: await listOffers(db) }),
  )

  app.get(
    '/v1/payment-offers/comparison',
    {
      config: { access: 'viewer' },
      schema: {
        tags,
        summary: 'What a payment costs with each offer, the cheapest first',
        description:
          'Share, fixed fee and what its exchange rate is worse than the reference rates that are kept here, in the currency that is received; each rounded up to the minor unit.',
        querystring: OfferComparisonQuery,
        response: { 200: OfferComparison },
      },
    },
    async ({ query: { minorUnits, from, to } }) => {
      const day = dayOf(clock.now())
      const [offers, rates] = await Promise.all([listOffers(db), ratesOn(db, day)])
      const paid = { minorUnits, currency: from }
      const compared = compareOffers(offers, paid, to, rates)
      if (!compared) {
        const without = [['from', from] as const, ['to', to] as const].filter(
          ([, currency]) => currency !== rates.base && !Object.hasOwn(rates.rates, currency),
        )
        throw new DomainError(
          'not-valid',
          `There is no exchange rate for ${day}.`,
          without.map(([field, currency]) => ({
            path: `/querystring/${field}`,
            message: `${currency} has no rate on ${day} or in the month before`,
          })),
        )
      }
      const { date } = compared.reference
      return { paid, currency: to, ...compared, reference: { ...compared.reference, isStale: date !== null && isStale(date, day) } }
    },
  )

  app.put(
    '/v1/payment-offers/:code',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Enter or change an offer',
        params: PaymentOfferParams,
        body: NewPaymentOffer,
        response: { 200: PaymentOffer },
      },
    },
    ({ params: { code }, body }) => {
      const unknown = [
        ['/fixed/currency', body.fixed.currency] as const,
        ...body.currencies.map((each, at) => [`/currencies/${at}`, each] as const),
      ]
        .filter(([, currency]) => !isCurrency(currency))
        .map(([path]) => ({ path, message: 'is no currency by ISO 4217' }))
      if (unknown.length > 0) throw new DomainError('not-valid', 'A currency is not known.', unknown)
      return putOffer(db, code, body, clock.now())
    },
  )

  app.delete(
    '/v1/payment-offers/:code',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Remove an offer', params: PaymentOfferParams, response: { 204: Type.Null() } },
    },
    async ({ params: { code } }, reply) => {
      await removeOffer(db, code)
      return reply.code(204).send(null)
    },
  )
}
