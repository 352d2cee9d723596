import type { Mode } from './mode.ts'

/** What a rule of trade is about. `valuation` says on which value a territory assesses, and in which currency. */
export const tradeRuleKinds = ['valuation', 'duty', 'tax', 'excise', 'fee', 'de-minimis', 'prohibition', 'restriction', 'document'] as const
export type TradeRuleKind = (typeof tradeRuleKinds)[number]

/** On which value duty is charged: with freight and insurance to the border, or without. */
export const valuationBases = ['cif', 'fob'] as const
export type ValuationBasis = (typeof valuationBases)[number]

/** A duty for everybody; one for goods whose origin is proven; one that comes on top of the others. */
export const dutyMeasures = ['third-country', 'preference', 'additional'] as const
export type DutyMeasure = (typeof dutyMeasures)[number]

/** What a tax is charged on besides the goods. */
export const taxBases = ['freight', 'duty', 'excise', 'fees'] as const
export type TaxBase = (typeof taxBases)[number]

/** From which charge small consignments are freed. */
export const reliefs = ['duty', 'tax'] as const
export type Relief = (typeof reliefs)[number]

/**
 * How much is charged: the sum of its parts, within its bounds. Decimals in text, as rates are exact; amounts in major units of
 * `currency`, as rates by weight have fractions of a cent.
 */
export type Charge = {
  percent?: string
  perKg?: string
  perUnit?: string
  /** For each subheading (six digits) that a consignment has. */
  perSubheading?: string
  fixed?: string
  minimum?: string
  maximum?: string
  currency?: string
}

export type TradeTerms =
  | { kind: 'valuation'; basis: ValuationBasis; currency: string }
  | { kind: 'duty'; measure: DutyMeasure; programme: string; charge: Charge }
  | { kind: 'tax'; name: string; percent: string; on: TaxBase[] }
  | { kind: 'excise'; name: string; charge: Charge }
  /** From and below which value of the goods it is charged, in `charge.currency`; and for goods that come by which modes, none: any. */
  | { kind: 'fee'; name: string; charge: Charge; fromValue?: string; belowValue?: string; modes?: Mode[] }
  /** Up to and with `upTo`. `instead` is what is charged of freed goods. */
  | { kind: 'de-minimis'; of: Relief; upTo: string; currency: string; value: 'goods' | 'cif'; exceptHs: string[]; instead?: Charge }
  | { kind: 'prohibition'; what: string; toDo: string }
  | { kind: 'restriction'; what: string; toDo: string }
  | { kind: 'document'; document: string; toDo: string }

/** One version of a rule: in force from its first day to its last one, both within. */
export type TradeRule = {
  id: string
  /** The same in all versions of a rule. */
  key: string
  version: number
  /** Country (ISO 3166-1) or customs territory, such as EU. */
  destination: string
  /** Countries and territories that goods are from; none: any. */
  origins: string[]
  /** Of the Harmonised System; empty: all goods. */
  hsPrefix: string
  terms: TradeTerms
  source: string
  sourceUrl: string | null
  validFrom: string
  validTo: string | null
}

/** Whether it is in force on a day (ISO 8601). A rule whose last day is before its first one never is: it was withdrawn. */
export const isInForce = ({ validFrom, validTo }: Pick<TradeRule, 'validFrom' | 'validTo'>, day: string) =>
  validFrom <= day && (validTo === null || day <= validTo)

/** Kinds of charges that a quote is made of. */
export const costKinds = ['goods', 'freight', 'insurance', 'duty', 'excise', 'fee', 'tax'] as const
export type CostKind = (typeof costKinds)[number]

export const payers = ['buyer', 'seller'] as const
export type Payer = (typeof payers)[number]

/** By what an answer at the border differs from what was quoted. */
export const varianceCauses = ['value', 'weight', 'tariff', 'classification', 'exchange'] as const
export type VarianceCause = (typeof varianceCauses)[number]
