import type { Money } from '@lading/shared/domain/money'
import { type TradeRule, type VarianceCause, varianceCauses } from '@lading/shared/domain/trade-rule'
import type { Consignment, ConsignmentLine, Exchange } from './consignment.ts'
import { type LandedCost, landedCost, type Unknown } from './landed-cost.ts'

/** Everything that an answer rests on. */
export type Basis = { consignment: Consignment; rules: TradeRule[]; exchange: Exchange }

export type Variance = {
  quoted: Money
  now: Money
  /** What each cause adds or takes away, in this order; together the difference, to the unit. */
  causes: { cause: VarianceCause; difference: Money }[]
  /** Rules by which it is reckoned now and was not then, and the other way round. */
  rules: { before: LandedCost['costs'][number]['rule']; after: LandedCost['costs'][number]['rule'] }[]
}

/**
 * Why a consignment costs something else now than was quoted. What is different is put in one after the other: values, freight and
 * insurance first, then weights and pieces, the rules of the day, what the goods are and where they are from, rates of exchange last.
 * What a cause makes is the step that it takes, so that all of them add up; two that multiply are counted with the later one.
 */
export const compareLandedCost = (quoted: Basis, actual: Basis): { variance: Variance; now: LandedCost } | Unknown => {
  const steps: Record<VarianceCause, (basis: Basis) => Basis> = {
    value: (basis) => ({ ...basis, consignment: withValues(basis.consignment, actual.consignment) }),
    weight: (basis) => ({ ...basis, consignment: withWeights(basis.consignment, actual.consignment) }),
    tariff: (basis) => ({ ...basis, rules: actual.rules, consignment: { ...basis.consignment, day: actual.consignment.day } }),
    classification: (basis) => ({ ...basis, consignment: actual.consignment }),
    exchange: () => actual,
  }
  // A currency that the quote had nothing to do with has no rate of then.
  const exchange: Exchange = (from, to) => quoted.exchange(from, to) ?? actual.exchange(from, to)
  let basis: Basis = { ...quoted, exchange }
  const before = landedCost(basis.consignment, basis.rules, basis.exchange)
  if (!('total' in before)) return before
  let last = before
  const causes: Variance['causes'] = []
  for (const cause of varianceCauses) {
    basis = steps[cause](basis)
    const next = landedCost(basis.consignment, basis.rules, basis.exchange)
    if (!('total' in next)) return next
    const { currency } = next.total
    causes.push({ cause, difference: { minorUnits: next.total.minorUnits - last.total.minorUnits, currency } })
    last = next
  }
  return { now: last, variance: { quoted: before.total, now: last.total, causes, rules: changedRules(before, last) } }
}

const withValues = (quoted: Consignment, actual: Consignment): Consignment => {
  const { freight, insurance, ...rest } = quoted
  return {
    ...rest,
    ...(actual.freight && { freight: actual.freight }),
    ...(actual.insurance && { insurance: actual.insurance }),
    lines: eachLine(quoted, actual, (line, { value }) => ({ ...line, value })),
  }
}

const withWeights = (quoted: Consignment, actual: Consignment): Consignment => ({
  ...quoted,
  lines: eachLine(quoted, actual, ({ weightKg: _, ...line }, { quantity, weightKg }) => ({
    ...line,
    quantity,
    ...(weightKg !== undefined && { weightKg }),
  })),
})

/** Lines by their place; one that is there now only comes with its value, and one that is gone goes with it. */
const eachLine = (quoted: Consignment, actual: Consignment, change: (line: ConsignmentLine, now: ConsignmentLine) => ConsignmentLine) =>
  actual.lines.map((now, index) => change(quoted.lines[index] ?? now, now))

const changedRules = (before: LandedCost, after: LandedCost): Variance['rules'] => {
  const rulesIn = ({ costs }: LandedCost) => new Map(costs.flatMap(({ rule }) => (rule ? [[rule.key, rule] as const] : [])))
  const [then, now] = [rulesIn(before), rulesIn(after)]
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((key) => ({ before: then.get(key) ?? null, after: now.get(key) ?? null }))
    .filter((pair) => pair.before?.id !== pair.after?.id)
}
