import Type from 'typebox'
import { chargeKinds, paymentProviders, paymentStates, refundStates } from '../domain/payment.ts'
import { Day, Id, Instant, Money, nullable } from './common.ts'

const closed = { additionalProperties: false } as const
const CurrencyCode = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
/** Ten million euros: nobody pays more of duties by a card. */
const mostMinorUnits = 1_000_000_000
const Person = nullable(Type.Object({ id: Id, name: Type.String() }))
const State = Type.Enum([...paymentStates])
const Provider = Type.Enum([...paymentProviders])

export const DutyBill = Type.Object({
  id: Id,
  state: State,
  lines: Type.Array(Type.Object({ kind: Type.Enum([...chargeKinds]), name: Type.String(), amount: Money })),
  total: Type.Object(Money.properties, { description: 'the sum of the lines' }),
  dueUntil: nullable(Type.String({ format: 'date', description: 'the last day on which it is to be paid, at the destination' })),
  legSequence: nullable(Type.Integer({ minimum: 1, description: 'of the leg whose goods wait for it' })),
  quoteId: nullable(Type.String({ format: 'uuid', description: 'the quote of landed cost that it was taken from' })),
  recordedAt: Instant,
  by: Person,
  withdrawnAt: nullable(Instant),
})
export type DutyBill = Type.Static<typeof DutyBill>

export const Refund = Type.Object({
  id: Id,
  state: Type.Enum([...refundStates]),
  amount: Money,
  reason: Type.String(),
  requestedAt: Instant,
  by: Person,
  settledAt: nullable(Instant),
})
export type Refund = Type.Static<typeof Refund>

export const Payment = Type.Object({
  id: Id,
  billId: Id,
  provider: Provider,
  state: State,
  stateAt: Instant,
  amount: Money,
  refunded: Type.Object(Money.properties, { description: 'given back for certain' }),
  refundable: Type.Object(Money.properties, { description: 'what is neither given back nor asked to be' }),
  openedAt: Instant,
  expiresAt: Type.String({ format: 'date-time', description: 'wall-clock time until which the checkout takes money' }),
  events: Type.Array(
    Type.Object({
      kind: Type.String({ description: 'in the words of the provider' }),
      occurredAt: Instant,
      receivedAt: Instant,
      became: nullable(State),
    }),
    { description: 'what the provider told, oldest first' },
  ),
  refunds: Type.Array(Refund, { description: 'oldest first' }),
})
export type Payment = Type.Static<typeof Payment>

export const ShipmentDuties = Type.Object({
  bill: nullable(DutyBill),
  earlier: Type.Array(DutyBill, { description: 'withdrawn, newest first' }),
  payments: Type.Array(Payment, { description: 'newest first' }),
  provider: nullable(Type.Enum([...paymentProviders], { description: 'by which it can be paid here; null: it cannot' })),
})
export type ShipmentDuties = Type.Static<typeof ShipmentDuties>

/** What is due, line by line or taken from a quote of landed cost; one of the two. */
export const NewDutyBill = Type.Object(
  {
    currency: Type.Optional(CurrencyCode),
    lines: Type.Optional(
      Type.Array(
        Type.Object(
          {
            kind: Type.Enum([...chargeKinds]),
            name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
            minorUnits: Type.Integer({ minimum: 1, maximum: mostMinorUnits }),
          },
          closed,
        ),
        { minItems: 1, maxItems: 50 },
      ),
    ),
    quoteId: Type.Optional(
      Type.String({ format: 'uuid', description: 'instead of currency and lines: what the quote leaves to the buyer' }),
    ),
    dueUntil: Type.Optional(Day),
    legSequence: Type.Optional(Type.Integer({ minimum: 1, description: 'of the leg whose goods wait for it' })),
  },
  closed,
)
export type NewDutyBill = Type.Static<typeof NewDutyBill>

export const NewRefund = Type.Object(
  {
    minorUnits: Type.Optional(Type.Integer({ minimum: 1, description: 'all that is left where it is not said' })),
    reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  },
  closed,
)
export type NewRefund = Type.Static<typeof NewRefund>

const Percent = Type.String({ pattern: '^\\d{1,2}(\\.\\d{1,4})?$', description: 'a decimal in text' })
const offer = {
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  percent: Type.String({ ...Percent, description: 'of the amount, a decimal in text' }),
  fixed: Type.Object({ minorUnits: Type.Integer({ minimum: 0, maximum: mostMinorUnits }), currency: CurrencyCode }, closed),
  marginPercent: Type.String({ ...Percent, description: 'by which its exchange rate is worse than the reference rate, a decimal in text' }),
  settlementDays: Type.Integer({ minimum: 0, maximum: 365, description: 'until the money is there' }),
  currencies: Type.Array(CurrencyCode, { maxItems: 60, uniqueItems: true, description: 'that may be paid in; none: any' }),
  source: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description: 'where this is known from' }),
  asOf: Type.String({ format: 'date', description: 'as of which day' }),
  isExample: Type.Boolean({ description: 'made up, as in a demonstration' }),
}
export const PaymentOffer = Type.Object({ code: Type.String(), ...offer })
export type PaymentOffer = Type.Static<typeof PaymentOffer>
export const PaymentOfferList = Type.Object({ items: Type.Array(PaymentOffer) })
export const NewPaymentOffer = Type.Object({ ...offer, isExample: Type.Optional(offer.isExample) }, closed)
export type NewPaymentOffer = Type.Static<typeof NewPaymentOffer>
export const PaymentOfferParams = Type.Object({ code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }) })

export const OfferComparisonQuery = Type.Object({
  minorUnits: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'that is paid: cents for EUR, yen for JPY' }),
  from: Type.String({ ...CurrencyCode, description: 'in which is paid, ISO 4217' }),
  to: Type.String({ ...CurrencyCode, description: 'in which is received, ISO 4217' }),
})
export const OfferComparison = Type.Object({
  paid: Money,
  currency: CurrencyCode,
  reference: Type.Object({
    rate: Type.String({ description: 'what one unit of `paid` is in `currency`' }),
    via: nullable(Type.String()),
    date: nullable(Day),
    source: nullable(Type.String()),
    isStale: Type.Boolean(),
  }),
  offers: Type.Array(
    Type.Object({
      offer: PaymentOffer,
      costs: Type.Array(Type.Object({ kind: Type.Enum(['percent', 'fixed', 'margin']), amount: Money }), {
        description: 'each rounded up to the minor unit; together the total',
      }),
      total: Money,
      received: Money,
    }),
    { description: 'the cheapest first' },
  ),
  without: Type.Array(PaymentOffer, { description: 'do not take the currency, or ask a fee in one without a rate' }),
})
export type OfferComparison = Type.Static<typeof OfferComparison>
