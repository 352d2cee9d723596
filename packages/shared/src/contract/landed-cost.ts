import Type from 'typebox'
import { incoterms } from '../domain/incoterm.ts'
import { modes } from '../domain/mode.ts'
import { costKinds, payers, valuationBases, varianceCauses } from '../domain/trade-rule.ts'
import { Country, Day, Id, Instant, nullable } from './common.ts'
import { Charge } from './trade-rule.ts'

const closed = { additionalProperties: false } as const
const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
/** Ten billion euros: what is beyond is a mistake, and sums of it would not be exact any more. */
const mostMinorUnits = 1_000_000_000_000
const Amount = Type.Object({ minorUnits: Type.Integer({ minimum: 0, maximum: mostMinorUnits }), currency: Currency }, closed)
const Money = Type.Object({ minorUnits: Type.Integer(), currency: Currency })

const Line = Type.Object(
  {
    hsCode: Type.String({ pattern: '^\\d{6}(\\d{2}){0,2}$', description: 'Harmonised System code, 6 to 10 digits' }),
    origin: Type.String({ ...Country, description: 'where it was made, ISO 3166-1 alpha-2' }),
    description: Type.Optional(Type.String({ maxLength: 200 })),
    quantity: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
    value: Type.Object(Amount.properties, { ...closed, description: 'of all pieces, without freight and insurance' }),
    weightKg: Type.Optional(Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,3})?$', description: 'of all pieces, net' })),
    originProven: Type.Optional(Type.Boolean({ description: 'whether there is a proof of origin; without one no preference is granted' })),
  },
  closed,
)

const ExchangeRate = Type.Object(
  {
    from: Currency,
    to: Currency,
    rate: Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,20})?$', description: 'units of `to` for one of `from`' }),
    date: Day,
    source: Type.String({ minLength: 1, maxLength: 120 }),
  },
  closed,
)

/** Goods, how they travel and where to. */
export const LandedCostRequest = Type.Object(
  {
    from: Type.String({ ...Country, description: 'sent from' }),
    destination: Country,
    currency: Type.String({ ...Currency, description: 'of the buyer, ISO 4217' }),
    incoterm: Type.Enum([...incoterms]),
    mode: Type.Optional(Type.Enum([...modes], { description: 'by which it crosses the border' })),
    day: Type.Optional(Type.String({ format: 'date', description: 'of the declaration; today where it is left out' })),
    lines: Type.Array(Line, { minItems: 1, maxItems: 200 }),
    freight: Type.Optional(Amount),
    insurance: Type.Optional(Amount),
    exchangeRates: Type.Optional(
      Type.Array(ExchangeRate, { maxItems: 50, description: 'such as those of a contract: they come before the ones that are kept' }),
    ),
    validHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720, default: 24, description: 'how long the quote is good for' })),
  },
  closed,
)
export type LandedCostRequest = Type.Static<typeof LandedCostRequest>

const RuleReference = Type.Object({
  id: Id,
  key: Type.String(),
  version: Type.Integer(),
  source: Type.String(),
  sourceUrl: nullable(Type.String()),
  validFrom: Day,
})

const Cost = Type.Object({
  kind: Type.Enum([...costKinds]),
  line: nullable(Type.Integer({ minimum: 0, description: 'index of the goods; null: of all of them' })),
  name: Type.String({ description: 'of the programme, the tax or the fee' }),
  charge: nullable(Charge),
  base: nullable(Type.Object(Money.properties, { description: 'what a percentage is of' })),
  assessed: Type.Object(Money.properties, { description: 'in the currency of the territory' }),
  amount: Type.Object(Money.properties, { description: 'in that of the buyer' }),
  paidBy: Type.Enum([...payers]),
  isRelief: Type.Boolean({ description: 'goods are freed, or charged something else in its place' }),
  rule: nullable(RuleReference),
})

const Finding = Type.Object({
  kind: Type.Enum(['prohibition', 'restriction', 'document', 'no-duty-rule', 'no-tax-rule', 'no-weight']),
  lines: Type.Array(Type.Integer({ minimum: 0 }), { description: 'indices of the goods' }),
  what: Type.String(),
  toDo: Type.String(),
  rule: nullable(RuleReference),
})

const LandedCost = Type.Object({
  passesCustoms: Type.Boolean(),
  basis: nullable(Type.Enum([...valuationBases])),
  customsValue: Money,
  costs: Type.Array(Cost),
  total: Type.Object(Money.properties, { description: 'the sum of the amounts' }),
  paidBy: Type.Object({ buyer: Money, seller: Money }),
  findings: Type.Array(Finding),
  isComplete: Type.Boolean({ description: 'whether all goods have a rule for duty and tax: what is not known is never taken for nought' }),
  exchange: Type.Array(Type.Object(ExchangeRate.properties), { description: 'rates that were used' }),
})

/** What a consignment costs at the door, as it was told then: it never changes. */
export const LandedCostQuote = Type.Object({
  id: Id,
  madeAt: Instant,
  validUntil: Instant,
  request: LandedCostRequest,
  cost: LandedCost,
})
export type LandedCostQuote = Type.Static<typeof LandedCostQuote>

export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'any text of yours: the same one with the same body gets the same quote, however often it is sent',
    }),
  ),
})

/** How it turned out; what is left out is as it was quoted. */
export const LandedCostActual = Type.Object(
  {
    day: LandedCostRequest.properties.day,
    lines: Type.Optional(LandedCostRequest.properties.lines),
    freight: LandedCostRequest.properties.freight,
    insurance: LandedCostRequest.properties.insurance,
    exchangeRates: LandedCostRequest.properties.exchangeRates,
  },
  closed,
)
export type LandedCostActual = Type.Static<typeof LandedCostActual>

export const LandedCostComparison = Type.Object({
  quoteId: Id,
  comparedAt: Instant,
  variance: Type.Object({
    quoted: Money,
    now: Money,
    causes: Type.Array(Type.Object({ cause: Type.Enum([...varianceCauses]), difference: Money }), {
      description: 'what each cause adds, put in one after the other in this order: together the difference',
    }),
    rules: Type.Array(Type.Object({ before: nullable(RuleReference), after: nullable(RuleReference) })),
  }),
  cost: LandedCost,
})
export type LandedCostComparison = Type.Static<typeof LandedCostComparison>
