import { createHash } from 'node:crypto'
import { compareLandedCost } from '@lading/models/landed-cost/compare'
import type { Consignment, Exchange, ExchangeRate } from '@lading/models/landed-cost/consignment'
import { landedCost, type Unknown } from '@lading/models/landed-cost/landed-cost'
import { IdParams } from '@lading/shared/contract/common'
import {
  IdempotencyHeaders,
  LandedCostActual,
  LandedCostComparison,
  LandedCostQuote,
  LandedCostRequest,
} from '@lading/shared/contract/landed-cost'
import type { Issue } from '@lading/shared/issue/issue'
import { rateBetween } from '@lading/shared/money/convert'
import type { Rates } from '@lading/shared/money/rates'
import { DomainError } from '@lading/store/postgres/domain-error'
import { freezeRules } from '@lading/store/postgres/landed-cost/freeze-rules'
import { keepQuotes } from '@lading/store/postgres/landed-cost/keep'
import { getQuote, quotedBefore } from '@lading/store/postgres/landed-cost/quote'
import type { SignedIn } from '@lading/store/postgres/session/resume'
import type { App } from '../../app.ts'
import type { Dependencies } from '../../dependencies.ts'
import { checkRequest } from '../../landed-cost/check-request.ts'
import { createQuoteKeeper } from '../../landed-cost/quote-keeper.ts'

const tags = ['landed cost']
const hourMs = 3_600_000

/** What goods cost at the door: quoted, kept as it was told, and explained where it turned out otherwise. */
export const landedCostRoutes = async (app: App, { database, clock, told: { rulesFor, ratesOn, doubt } }: Dependencies) => {
  const { db, sql } = database
  const keepQuote = createQuoteKeeper({ freeze: (rules) => freezeRules(sql, rules), keep: (quotes) => keepQuotes(sql, quotes) })
  const rulesOf = ({ destination, day, lines }: Consignment) => rulesFor({ destination, day, hsCodes: lines.map(({ hsCode }) => hsCode) })

  app.post(
    '/v1/landed-cost',
    {
      config: { access: 'operator', keys: ['quotes'] },
      schema: {
        tags,
        summary: 'Quote what goods cost at the door, with every charge explained',
        description:
          'Sent again with the same Idempotency-Key and body it answers the same quote; with another body it is refused. The quote is kept as it was told. By the rules that were told to this platform: no legal advice.',
        headers: IdempotencyHeaders,
        body: LandedCostRequest,
        response: { 200: LandedCostQuote },
      },
    },
    async ({ body, headers, signedIn, apiKey }, reply) => {
      const asker = apiKey ? { apiKeyId: apiKey.id } : { userId: (signedIn as SignedIn).userId }
      const key = headers['idempotency-key']
      const request = JSON.stringify(body)
      const idempotency = key ? { asker, key, bodyHash: createHash('sha256').update(request).digest('hex') } : undefined
      const before = idempotency && (await quotedBefore(db, idempotency))
      if (before) return before
      refuse(checkRequest(body))
      const now = clock.now()
      const consignment = consignmentOf(body, now)
      const reckon = async () => {
        const [rules, rates] = [await rulesOf(consignment), await ratesOn(consignment.day)]
        return { rules, cost: landedCost(consignment, rules, exchangeBy(body.exchangeRates, rates)) }
      }
      let { rules, cost } = await reckon()
      // What is missing may have been told a moment ago.
      if (!('total' in cost)) {
        doubt()
        ;({ rules, cost } = await reckon())
      }
      if (!('total' in cost)) throw unknown(cost)
      if (!Number.isSafeInteger(cost.total.minorUnits))
        refuse([{ path: '/currency', message: `has no room for what it comes to in ${body.currency}` }])
      const [id, madeAt] = [crypto.randomUUID(), now.toISOString()]
      const validUntil = new Date(now.getTime() + (body.validHours ?? 24) * hourMs).toISOString()
      // Written once, for whoever asks and for the database.
      const parts = { request, cost: JSON.stringify(cost) }
      const isKept = await keepQuote({ id, asker, madeAt, validUntil, ...parts, idempotency }, rules)
      const there = !isKept && idempotency && (await quotedBefore(db, idempotency))
      if (there) return there
      const text = `{"id":"${id}","madeAt":"${madeAt}","validUntil":"${validUntil}","request":${parts.request},"cost":${parts.cost}}`
      return reply.type('application/json; charset=utf-8').send(text as unknown as LandedCostQuote)
    },
  )

  app.get(
    '/v1/landed-cost/:id',
    {
      config: { access: 'viewer', keys: ['read', 'quotes'] },
      schema: { tags, summary: 'A quote as it was told', params: IdParams, response: { 200: LandedCostQuote } },
    },
    async ({ params: { id } }) => (await getQuote(database, id)).quote,
  )

  app.post(
    '/v1/landed-cost/:id/compare',
    {
      config: { access: 'viewer', keys: ['read', 'quotes'] },
      schema: {
        tags,
        summary: 'What it costs now, and why that is not what was quoted',
        description: 'By the rules of today or of `day`. What is left out is as it was quoted. Nothing is kept.',
        params: IdParams,
        body: LandedCostActual,
        response: { 200: LandedCostComparison },
      },
    },
    async ({ params: { id }, body }) => {
      const { quote, rules } = await getQuote(database, id)
      refuse(checkRequest(body))
      const now = clock.now()
      const { day: _, ...request } = quote.request
      const actual = consignmentOf({ ...request, ...body }, now)
      const answer = compareLandedCost(
        { consignment: consignmentOf(quote.request, new Date(quote.madeAt)), rules, exchange: exchangeBy(quote.cost.exchange) },
        {
          consignment: actual,
          // Also those of goods as they were quoted: between the two stands what these would cost by the rules of today.
          rules: await rulesOf({ ...actual, lines: [...actual.lines, ...quote.request.lines] }),
          exchange: exchangeBy(body.exchangeRates, await ratesOn(actual.day), quote.cost.exchange),
        },
      )
      if (!('variance' in answer)) throw unknown(answer)
      return { quoteId: id, comparedAt: now.toISOString(), variance: answer.variance, cost: answer.now }
    },
  )
}

const consignmentOf = (request: LandedCostRequest, now: Date): Consignment => {
  const { exchangeRates: _, validHours: __, day = now.toISOString().slice(0, 10), ...consignment } = request
  return { ...consignment, day }
}

/** A rate that was told counts before those that are published on the day; what is left is asked last. */
const exchangeBy =
  (told: ExchangeRate[] = [], published?: Rates, otherwise: ExchangeRate[] = []): Exchange =>
  (from, to) => {
    const among = (rates: ExchangeRate[]) => rates.find((rate) => rate.from === from && rate.to === to)
    const cross = published && rateBetween(from, to, published)
    const known = cross && { from, to, rate: cross.rate, date: cross.date ?? '', source: cross.source ?? '' }
    return among(told) ?? known ?? among(otherwise)
  }

const refuse = (issues: Issue[]) => {
  if (issues.length > 0) throw new DomainError('not-valid', 'The request is not valid.', issues)
}

const unknown = (what: Unknown) =>
  'noValuation' in what
    ? new DomainError('not-valid', `There are no rules for ${what.noValuation}: at least one of the kind valuation is needed.`, [
        { path: '/destination', message: 'there is no rule on which value it assesses' },
      ])
    : new DomainError(
        'not-valid',
        'An exchange rate is missing.',
        what.missingRates.map(({ from, to }) => ({ path: '/exchangeRates', message: `there is none from ${from} to ${to}` })),
      )
