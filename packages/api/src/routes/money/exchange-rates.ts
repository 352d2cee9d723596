import {
  Conversion,
  ConversionQuery,
  ExchangeRateList,
  ExchangeRateQuery,
  ImportedRates,
  RateHistory,
  RateHistoryQuery,
  RateImportQuery,
} from '@lading/shared/contract/exchange-rate'
import { type Issue, issueAt } from '@lading/shared/issue/issue'
import { liveTopics } from '@lading/shared/live/topics'
import { convert, rateBetween } from '@lading/shared/money/convert'
import { ageDays, dayOf, isStale } from '@lading/shared/money/rate-age'
import { type Rates, withoutRate } from '@lading/shared/money/rates'
import { DomainError } from '@lading/store/postgres/domain-error'
import { rateHistory } from '@lading/store/postgres/exchange-rate/history'
import { newestRateDay } from '@lading/store/postgres/exchange-rate/newest'
import { baseCurrency, putRates } from '@lading/store/postgres/exchange-rate/put'
import { ratesOn } from '@lading/store/postgres/exchange-rate/rates-on'
import Type from 'typebox'
import type { App } from '../../app.ts'
import { readExchangeRates } from '../../csv/exchange-rates.ts'
import type { Dependencies } from '../../dependencies.ts'

const tags = ['currencies']
const viewer = { access: 'viewer' } as const
const dayMs = 86_400_000
const shownDays = 92
// All that the European Central Bank has published since 1999, in XML.
const bodyLimit = 24_000_000

/** What currencies are worth, from when and by whom. */
export const exchangeRateRoutes = async (app: App, { told, database, bus, settings, clock }: Dependencies) => {
  const { db } = database
  // Who has told something gets it with the next quote.
  app.addHook('onSend', async ({ method }) => {
    if (method !== 'GET') told.doubt()
  })
  app.addContentTypeParser(['text/csv', 'text/xml', 'application/xml'], { parseAs: 'string' }, (_request, text, done) => done(null, text))
  const today = () => dayOf(clock.now())

  app.get(
    '/v1/exchange-rates',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'What a currency is worth in all others, by the last rates published until a day',
        querystring: ExchangeRateQuery,
        response: { 200: ExchangeRateList },
      },
    },
    async ({ query: { at = today(), base = settings.ownCurrency } }) => {
      const [rates, newest] = await Promise.all([ratesOn(db, at), newestRateDay(db)])
      if (Object.keys(rates.rates).length > 0) refuseUnknown([['base', base]], rates, at)
      const items = [rates.base, ...Object.keys(rates.rates)].flatMap((currency) => {
        const { rate, date, source } = rateBetween(base, currency, rates) ?? {}
        if (currency === base || rate === undefined || !date || !source) return []
        return [{ currency, rate, date, source, ageDays: ageDays(date, at), isStale: isStale(date, at) }]
      })
      items.sort((one, other) => (one.currency < other.currency ? -1 : 1))
      return { base, at, newest: newest ?? null, isStale: items.every((each) => each.isStale), items }
    },
  )

  app.get(
    '/v1/exchange-rates/history',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'What a currency was worth, day by day',
        description: 'Days on which nothing was published have no entry; of a cross rate, days on which both were.',
        querystring: RateHistoryQuery,
        response: { 200: RateHistory },
      },
    },
    async ({
      query: { currency, base = settings.ownCurrency, to = today(), from = dayOf(new Date(Date.parse(to) - shownDays * dayMs)) },
    }) => {
      const of = async (code: string) => new Map((await rateHistory(db, code, { from, to })).map((rate) => [rate.date, rate]))
      const [sold, bought] = await Promise.all([of(base), of(currency)])
      const days = [...new Set([...sold.keys(), ...bought.keys()])].sort()
      const items = days.flatMap((date) => {
        const rates: Rates = {
          base: baseCurrency,
          rates: Object.fromEntries([
            ...[sold.get(date)].flatMap((rate) => (rate ? [[base, rate] as const] : [])),
            ...[bought.get(date)].flatMap((rate) => (rate ? [[currency, rate] as const] : [])),
          ]),
        }
        const { rate, source } = rateBetween(base, currency, rates) ?? {}
        return rate === undefined || !source ? [] : [{ date, rate, source }]
      })
      return { base, currency, items }
    },
  )

  app.get(
    '/v1/exchange-rates/convert',
    {
      config: viewer,
      schema: {
        tags,
        summary: 'An amount in another currency, with the rate, its day and its source',
        description: 'Rounded once, to the minor unit of the currency; over the euro where neither currency is it.',
        querystring: ConversionQuery,
        response: { 200: Conversion },
      },
    },
    async ({ query: { minorUnits, from, to, at = today(), rounding = 'half-up' } }) => {
      const rates = await ratesOn(db, at)
      if (from !== to)
        refuseUnknown(
          [
            ['from', from],
            ['to', to],
          ],
          rates,
          at,
        )
      const converted = converting(() => convert({ minorUnits, currency: from }, to, rates, rounding))
      if (!converted) throw noRate([], at)
      const { date } = converted
      return { ...converted, ageDays: date === null ? null : ageDays(date, at), isStale: date !== null && isStale(date, at) }
    },
  )

  app.post(
    '/v1/exchange-rates/import',
    {
      bodyLimit,
      config: { access: 'operator' },
      schema: {
        tags,
        summary: 'Import reference rates',
        description:
          'Rates of one euro: the XML files of the European Central Bank (of a day or of all days), its CSV with a column for each currency (eurofxref-hist.csv), or CSV with the columns date, currency and rate, which needs a source. All of it or nothing; a rate of the same currency, day and source is replaced.',
        querystring: RateImportQuery,
        body: {
          content: {
            'text/csv': { schema: Type.String() },
            'application/xml': { schema: Type.String() },
            'text/xml': { schema: Type.String() },
          },
        },
        response: { 200: ImportedRates },
      },
    },
    async ({ body, query }) => {
      const now = clock.now()
      const { rates, isOfEcb } = readExchangeRates(body as string, now)
      const source = query.source?.trim() ?? (isOfEcb ? 'ECB' : undefined)
      if (!source)
        throw new DomainError('not-valid', 'Nothing was imported: whose rates these are is not said.', [
          issueAt('/querystring/source', 'source-needed'),
        ])
      const days = [...new Set(rates.map(({ date }) => date))].sort()
      const imported = await putRates(db, rates, source, now)
      if (imported > 0) bus.publish(liveTopics.currencies, {})
      return { days: days.length, rates: rates.length, imported, newest: days.at(-1) as string }
    },
  )
}

const refuseUnknown = (asked: [string, string][], rates: Rates, at: string) => {
  const without = new Set(
    withoutRate(
      asked.map(([, currency]) => currency),
      rates,
    ),
  )
  const issues = asked.flatMap(([field, currency]) =>
    without.has(currency) ? [{ path: `/querystring/${field}`, message: `${currency} has no rate on ${at} or in the month before` }] : [],
  )
  if (issues.length > 0) throw noRate(issues, at)
}

const noRate = (issues: Issue[], at: string) => new DomainError('not-valid', `There is no exchange rate for ${at}.`, issues)

const converting = <Answer>(work: () => Answer): Answer => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DomainError('not-valid', 'The amount cannot be converted.', [{ path: '/querystring/minorUnits', message: error.message }])
  }
}
