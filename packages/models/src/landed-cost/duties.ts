import type { Charge, TradeRule } from '@lading/shared/domain/trade-rule'
import Big from 'big.js'
import { type Charged, chargeFor } from './charge.ts'
import { concerns, firstOfEach, type RuleOf, rulesOf } from './rules-for.ts'

/** What a rule comes to for some of the lines, by their index; exact. `isRelief` where it is what is charged of freed goods, or nothing. */
export type Levy = { name: string; rule: TradeRule; charge: Charge | null; lines: number[]; amounts: Big[]; isRelief: boolean }

type Line = { hsCode: string; origin: string; originProven?: boolean; charged: Charged }
/** Goods as charges are reckoned on them, in the currency of assessment. */
export type Assessed = {
  rules: TradeRule[]
  place: { destination: string; day: string }
  lines: Line[]
  /** Of all goods, in the currency of assessment. */
  consignment: { goods: Big; cif: Big }
  inAssessed: (currency: string | undefined) => (amount: Big) => Big
}

/**
 * Duties of a consignment, a levy a rule. Of rules for everybody the one closest to the goods counts; a preference takes its place where
 * origin is proven and it is not dearer; what comes on top comes once a programme. Lines that no rule is about are told.
 */
export const dutiesOn = (assessed: Assessed): { levies: Levy[]; unruled: number[] } => {
  const { rules, place, lines, inAssessed } = assessed
  const all = rulesOf(rules, 'duty', place)
  const reliefs = reliefsOf(assessed, 'duty')
  const byRule = new Map<RuleOf<'duty'>, number[]>()
  const unruled: number[] = []
  lines.forEach((line, index) => {
    if (reliefs.has(index)) return
    const own = all.filter((rule) => concerns(rule, line))
    const base = baseOf(own, line, inAssessed)
    if (!base) unruled.push(index)
    const onTop = firstOfEach(
      own.filter(({ terms }) => terms.measure === 'additional'),
      ({ terms }) => terms.programme,
    )
    for (const rule of base ? [base, ...onTop] : onTop) byRule.set(rule, [...(byRule.get(rule) ?? []), index])
  })
  const charged = [...byRule].map(([rule, at]) => levyOf(rule, rule.terms.programme, rule.terms.charge, at, lines, inAssessed))
  return { levies: [...relieved(reliefs, assessed), ...charged], unruled }
}

const baseOf = (own: RuleOf<'duty'>[], line: Line, inAssessed: Assessed['inAssessed']) => {
  const general = own.find(({ terms }) => terms.measure === 'third-country')
  const preferred = line.originProven ? own.find(({ terms }) => terms.measure === 'preference') : undefined
  if (!general || !preferred) return preferred ?? general
  const cost = ({ terms: { charge } }: RuleOf<'duty'>) => chargeFor(charge, [line.charged], inAssessed(charge.currency))[0] as Big
  return cost(preferred).gt(cost(general)) ? general : preferred
}

/** By which rule each line is freed of a charge; those that are not freed are left out. */
export const reliefsOf = (
  { rules, place, lines, consignment, inAssessed }: Assessed,
  of: 'duty' | 'tax',
): Map<number, RuleOf<'de-minimis'>> => {
  const all = rulesOf(rules, 'de-minimis', place).filter(({ terms }) => terms.of === of)
  const found = new Map<number, RuleOf<'de-minimis'>>()
  lines.forEach((line, index) => {
    const rule = all.find((each) => concerns(each, line))
    if (!rule || rule.terms.exceptHs.some((prefix) => line.hsCode.startsWith(prefix))) return
    const { upTo, currency, value } = rule.terms
    if (consignment[value].lte(inAssessed(currency)(new Big(upTo)))) found.set(index, rule)
  })
  return found
}

/** What freed goods are charged in place of what they are freed from. */
export const relieved = (reliefs: Map<number, RuleOf<'de-minimis'>>, { lines, inAssessed }: Assessed): Levy[] =>
  [...new Set(reliefs.values())].map((rule) => {
    const at = [...reliefs].flatMap(([index, by]) => (by === rule ? [index] : []))
    return { ...levyOf(rule, '', rule.terms.instead ?? null, at, lines, inAssessed), isRelief: true }
  })

export const levyOf = (
  rule: TradeRule,
  name: string,
  charge: Charge | null,
  at: number[],
  lines: Pick<Line, 'charged'>[],
  inAssessed: Assessed['inAssessed'],
): Levy => {
  const goods = at.map((index) => (lines[index] as Line).charged)
  const amounts = charge ? chargeFor(charge, goods, inAssessed(charge.currency)) : goods.map(() => new Big(0))
  return { name, rule, charge, lines: at, amounts, isRelief: false }
}
