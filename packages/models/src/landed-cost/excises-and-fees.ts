import Big from 'big.js'
import type { Consignment } from './consignment.ts'
import { type Assessed, type Levy, levyOf } from './duties.ts'
import { concerns, firstOfEach, rulesOf } from './rules-for.ts'

/** Excise of a consignment, a levy a rule; of a name each line bears one. */
export const excisesOn = ({ rules, place, lines, inAssessed }: Assessed): Levy[] => {
  const all = rulesOf(rules, 'excise', place)
  const byRule = new Map<(typeof all)[number], number[]>()
  lines.forEach((line, index) => {
    const own = firstOfEach(
      all.filter((rule) => concerns(rule, line)),
      ({ terms }) => terms.name,
    )
    for (const rule of own) byRule.set(rule, [...(byRule.get(rule) ?? []), index])
  })
  return [...byRule].map(([rule, at]) => levyOf(rule, rule.terms.name, rule.terms.charge, at, lines, inAssessed))
}

/** Fees are of a consignment: of a name there is one, on all goods that it is about. */
export const feesOn = ({ rules, place, lines, consignment, inAssessed }: Assessed, mode: Consignment['mode']): Levy[] => {
  const due = rulesOf(rules, 'fee', place).filter(({ terms: { fromValue, belowValue, modes = [], charge } }) => {
    const amount = (text: string) => inAssessed(charge.currency)(new Big(text))
    if (modes.length > 0 && (mode === undefined || !modes.includes(mode))) return false
    if (fromValue !== undefined && consignment.goods.lt(amount(fromValue))) return false
    return belowValue === undefined || consignment.goods.lt(amount(belowValue))
  })
  const about = due.map((rule) => ({ rule, at: lines.flatMap((line, index) => (concerns(rule, line) ? [index] : [])) }))
  return firstOfEach(
    about.filter(({ at }) => at.length > 0),
    ({ rule }) => rule.terms.name,
  ).map(({ rule, at }) => levyOf(rule, rule.terms.name, rule.terms.charge, at, lines, inAssessed))
}
