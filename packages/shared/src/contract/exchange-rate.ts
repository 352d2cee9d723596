import Type from 'typebox'
import { roundings } from '../money/rounding.ts'
import { Day, Instant, Money, nullable } from './common.ts'

const CurrencyCode = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
const Rate = Type.String({ description: 'what one unit of the base is in the currency: a decimal in text' })
const At = Type.String({ format: 'date', description: 'the last rates that were published on this day or before; today where left out' })
const share = (description: string) => nullable(Type.Number({ description }))

export const ExchangeRate = Type.Object({
  currency: CurrencyCode,
  rate: Rate,
  date: Type.String({ format: 'date', description: 'of the older of the two rates where it is a cross rate' }),
  source: Type.String(),
  ageDays: Type.Integer({ minimum: 0 }),
  isStale: Type.Boolean({ description: 'no newer one came although days on which rates are published have passed' }),
})
export type ExchangeRate = Type.Static<typeof ExchangeRate>

export const ExchangeRateQuery = Type.Object({ at: Type.Optional(At), base: Type.Optional(CurrencyCode) })
export const ExchangeRateList = Type.Object({
  base: CurrencyCode,
  at: Day,
  newest: nullable(Type.String({ format: 'date', description: 'the last day that any rate is of' })),
  isStale: Type.Boolean({ description: 'whether every rate is; also where there is none' }),
  items: Type.Array(ExchangeRate),
})
export type ExchangeRateList = Type.Static<typeof ExchangeRateList>

export const RateHistoryQuery = Type.Object({
  currency: CurrencyCode,
  base: Type.Optional(CurrencyCode),
  from: Type.Optional(Type.String({ format: 'date', description: 'three months before `to` where left out' })),
  to: Type.Optional(Type.String({ format: 'date', description: 'today where left out' })),
})
export const RateHistory = Type.Object({
  base: CurrencyCode,
  currency: CurrencyCode,
  items: Type.Array(Type.Object({ date: Day, rate: Rate, source: Type.String() }), { description: 'oldest first' }),
})
export type RateHistory = Type.Static<typeof RateHistory>

export const ConversionQuery = Type.Object({
  minorUnits: Type.Integer({ minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991, description: 'cents for EUR, yen for JPY' }),
  from: CurrencyCode,
  to: CurrencyCode,
  at: Type.Optional(At),
  rounding: Type.Optional(Type.Enum([...roundings], { default: 'half-up' })),
})
export const Conversion = Type.Object({
  money: Money,
  rate: Type.String({ description: 'one unit of `from` in `to`, to twelve significant digits; the amount is made of the exact fraction' }),
  via: nullable(Type.String({ description: 'the currency over which it was converted' })),
  date: nullable(Type.String({ format: 'date', description: 'of the older of the rates used; null where none was needed' })),
  source: nullable(Type.String()),
  ageDays: nullable(Type.Integer()),
  isStale: Type.Boolean(),
})
export type Conversion = Type.Static<typeof Conversion>

export const RateImportQuery = Type.Object({
  source: Type.Optional(
    Type.String({ minLength: 1, maxLength: 120, pattern: '\\S', description: 'whose rates these are; needed but for files of the ECB' }),
  ),
})
export const ImportedRates = Type.Object({
  days: Type.Integer({ minimum: 0, description: 'in the file' }),
  rates: Type.Integer({ minimum: 0, description: 'in the file' }),
  imported: Type.Integer({ minimum: 0, description: 'of them, those that are new or different' }),
  newest: Day,
})
export type ImportedRates = Type.Static<typeof ImportedRates>

export const CurrencyExposure = Type.Object({
  currency: CurrencyCode,
  open: Money,
  worthThen: nullable(
    Type.Object(Money.properties, { description: 'in the own currency, by the rates of the days the orders were placed' }),
  ),
  worthNow: nullable(Money),
  change: share('how much more it costs now, as a share of what it was worth; negative where less'),
  isBeyond: Type.Boolean({
    description: 'whether it costs more by at least the threshold, or did lately and still does by four fifths of it',
  }),
  snoozedUntil: Type.Optional(nullable(Type.String({ format: 'date-time', description: 'until when somebody set it aside' }))),
  unfinishedPlaybooks: Type.Optional(Type.Integer({ minimum: 0, description: 'begun for it, with steps that nobody settled' })),
  since: Type.String({ format: 'date', description: 'when the oldest open order was placed' }),
  unknown: Type.Integer({ minimum: 0, description: 'orders that no rate is known for; they are in `open` only' }),
  orders: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      number: Type.String(),
      supplier: Type.String(),
      orderedOn: Day,
      open: Money,
      worthThen: nullable(Money),
      worthNow: nullable(Money),
      change: share('as above'),
    }),
  ),
})
export type CurrencyExposure = Type.Static<typeof CurrencyExposure>

export const CurrencyParams = Type.Object({ currency: CurrencyCode })
export const CurrencySnooze = Type.Object({ until: Instant }, { additionalProperties: false })

export const ExposureList = Type.Object({
  own: CurrencyCode,
  threshold: Type.Number({ description: 'from which change on a currency is warned of, as a share' }),
  at: Instant,
  items: Type.Array(CurrencyExposure, { description: 'what got dearer most comes first' }),
  left: Type.Array(CurrencyCode, { description: 'in which nothing is open any more, with playbooks that nobody worked through' }),
})
export type ExposureList = Type.Static<typeof ExposureList>
