import Type from 'typebox'
import { modes } from '../domain/mode.ts'
import { dutyMeasures, reliefs, type TradeTerms as Terms, taxBases, tradeRuleKinds, valuationBases } from '../domain/trade-rule.ts'
import { Day, Id, Instant, nullable, PageQuery, pageOf } from './common.ts'

const closed = { additionalProperties: false } as const
const Decimal = Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,6})?$', description: 'a decimal number from nought on, such as 3.7' })
const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })
const Name = Type.String({ maxLength: 120 })
const Said = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })
const ToDo = Type.String({ maxLength: 500, description: 'what to do about it' })

/** A country or a customs territory: AT, EU, EAEU. */
export const Territory = Type.String({
  pattern: '^[A-Z]{2,4}$',
  description: 'country (ISO 3166-1 alpha-2) or customs territory such as EU',
})
export const HsPrefix = Type.String({ pattern: '^(\\d{2,10})?$', description: 'beginning of HS codes; empty: all goods' })
const HsPrefixes = Type.Array(Type.String({ pattern: '^\\d{2,10}$' }), { maxItems: 50, uniqueItems: true })

export const Charge = Type.Object(
  {
    percent: Type.Optional(Decimal),
    perKg: Type.Optional(Decimal),
    perUnit: Type.Optional(Decimal),
    perSubheading: Type.Optional(Decimal),
    fixed: Type.Optional(Decimal),
    minimum: Type.Optional(Decimal),
    maximum: Type.Optional(Decimal),
    currency: Type.Optional(Currency),
  },
  {
    ...closed,
    minProperties: 1,
    description: 'the sum of its parts, within its bounds; everything but a percentage in major units of `currency`',
  },
)
export type Charge = Type.Static<typeof Charge>

const kind = <Kind extends string>(value: Kind) => ({ kind: Type.Literal(value) })

/** What a rule says, by its kind. With the discriminator, what is wrong is said of the kind that was meant. */
export const TradeTerms = Type.Unsafe<Terms>({
  type: 'object',
  discriminator: { propertyName: 'kind' },
  oneOf: [
    Type.Object({ ...kind('valuation'), basis: Type.Enum([...valuationBases]), currency: Currency }, closed),
    Type.Object({ ...kind('duty'), measure: Type.Enum([...dutyMeasures]), programme: Name, charge: Charge }, closed),
    Type.Object(
      {
        ...kind('tax'),
        ...{ name: Said, percent: Decimal },
        on: Type.Array(Type.Enum([...taxBases]), { uniqueItems: true, maxItems: taxBases.length, description: 'besides the goods' }),
      },
      closed,
    ),
    Type.Object({ ...kind('excise'), name: Said, charge: Charge }, closed),
    Type.Object(
      {
        ...kind('fee'),
        ...{ name: Said, charge: Charge, fromValue: Type.Optional(Decimal), belowValue: Type.Optional(Decimal) },
        modes: Type.Optional(Type.Array(Type.Enum([...modes]), { uniqueItems: true, maxItems: modes.length })),
      },
      closed,
    ),
    Type.Object(
      {
        ...kind('de-minimis'),
        of: Type.Enum([...reliefs]),
        upTo: Type.String({ ...Decimal, description: 'up to and with this value of the consignment, in major units' }),
        currency: Currency,
        value: Type.Enum(['goods', 'cif'], { description: 'of the goods alone, or with freight and insurance' }),
        exceptHs: HsPrefixes,
        instead: Type.Optional(Charge),
      },
      closed,
    ),
    Type.Object({ ...kind('prohibition'), what: Said, toDo: ToDo }, closed),
    Type.Object({ ...kind('restriction'), what: Said, toDo: ToDo }, closed),
    Type.Object({ ...kind('document'), document: Said, toDo: ToDo }, closed),
  ],
})

const said = {
  key: Type.String({
    pattern: '^[a-z0-9][a-z0-9.-]{0,79}$',
    description: 'a name of yours for the rule, the same in all its versions: eu-duty-6109',
  }),
  destination: Territory,
  origins: Type.Array(Territory, { maxItems: 100, uniqueItems: true, description: 'where goods were made; none: anywhere' }),
  hsPrefix: HsPrefix,
  terms: TradeTerms,
  source: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S', description: 'who says so, and where' }),
  sourceUrl: nullable(Type.String({ maxLength: 500, pattern: '^https?://[^\\s"<>]+$' })),
  isExample: Type.Boolean({ description: 'made up or shortened for a demonstration' }),
}
const validFrom = Type.String({ format: 'date', description: 'first day in force' })
const validTo = nullable(Type.String({ format: 'date', description: 'last day in force; null: until further notice' }))

const Person = nullable(Type.Object({ id: Id, name: Type.String() }, { description: 'null: somebody who is gone' }))

/** One version of a rule. */
export const TradeRule = Type.Object({
  id: Id,
  version: Type.Integer({ minimum: 1 }),
  ...said,
  ...{ validFrom, validTo },
  recordedAt: Instant,
  recordedBy: Person,
  endedAt: nullable(Type.String({ format: 'date-time', description: 'when somebody or a later version set its last day' })),
  endedBy: Person,
})
export type TradeRule = Type.Static<typeof TradeRule>

/** A rule, or a new version of the one that has its key. */
export const NewTradeRule = Type.Object(
  {
    ...{ key: said.key, destination: said.destination, terms: said.terms, source: said.source, validFrom },
    origins: Type.Optional(said.origins),
    hsPrefix: Type.Optional(said.hsPrefix),
    sourceUrl: Type.Optional(said.sourceUrl),
    isExample: Type.Optional(said.isExample),
    validTo: Type.Optional(validTo),
    version: Type.Optional(
      Type.Integer({ minimum: 0, description: 'the last one that you have seen, 0: none; refused where there is another' }),
    ),
  },
  closed,
)
export type NewTradeRule = Type.Static<typeof NewTradeRule>

export const tradeRulesMost = 20_000
export const TradeRuleImport = Type.Object({ rules: Type.Array(NewTradeRule, { minItems: 1, maxItems: tradeRulesMost }) }, closed)

export const PreviewQuery = Type.Object({
  preview: Type.Optional(Type.Boolean({ default: false, description: 'only say what would come of it' })),
})

/** A shipment that is under way or about to be, to whose goods a rule that changes applies. */
const TouchedShipment = Type.Object({ id: Id, trackingNumber: Type.String(), keys: Type.Array(Type.String()) })

/** What came, or would come, of telling rules. */
export const TradeRuleOutcome = Type.Object({
  preview: Type.Boolean(),
  added: Type.Array(TradeRule, { description: 'new versions' }),
  ended: Type.Array(TradeRule, {
    description: 'versions whose last day is set, as they are then; withdrawn where it is before their first',
  }),
  unchanged: Type.Integer({ minimum: 0, description: 'that were known as they are' }),
  touched: Type.Object({
    shipments: Type.Integer({ minimum: 0, description: 'that have not arrived and carry goods that the change is about' }),
    items: Type.Array(TouchedShipment, { description: 'the first hundred' }),
  }),
})
export type TradeRuleOutcome = Type.Static<typeof TradeRuleOutcome>

export const TradeRuleEnd = Type.Object({ lastDay: Type.String({ format: 'date' }) }, closed)
export const TradeRuleReinstatement = Type.Object({ validFrom }, closed)

export const TradeRuleQuery = Type.Object({
  ...PageQuery,
  at: Type.Optional(Type.String({ ...Day, description: 'in force on this day; left out: today or later' })),
  kind: Type.Optional(Type.Array(Type.Enum([...tradeRuleKinds]))),
  destination: Type.Optional(Territory),
  origin: Type.Optional(Territory),
  hs: Type.Optional(Type.String({ pattern: '^\\d{2,10}$', description: 'only rules that are about goods of this code' })),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'part of the key or the source' })),
})
export type TradeRuleQuery = Type.Static<typeof TradeRuleQuery>
export const TradeRulePage = pageOf(TradeRule)
export type TradeRulePage = Type.Static<typeof TradeRulePage>
export const TradeRuleHistory = Type.Object({ items: Type.Array(TradeRule, { description: 'the last version first' }) })
export type TradeRuleHistory = Type.Static<typeof TradeRuleHistory>
