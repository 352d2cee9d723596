import { passesCustoms } from '@lading/shared/domain/customs-territory'
import type { Money } from '@lading/shared/domain/money'
import type { Charge, CostKind, Payer, TradeRule, ValuationBasis } from '@lading/shared/domain/trade-rule'
import Big from 'big.js'
import { majorOf, minorOf, roundedParts, shared, sum } from './amounts.ts'
import type { Consignment, Exchange, ExchangeRate } from './consignment.ts'
import { dutiesOn, type Levy, levyOf, reliefsOf, relieved } from './duties.ts'
import { type Finding, findingsOn } from './findings.ts'
import { concerns, firstOfEach, rulesOf } from './rules-for.ts'
import { whoPays } from './who-pays.ts'

export type RuleReference = Pick<TradeRule, 'id' | 'key' | 'version' | 'source' | 'sourceUrl' | 'validFrom'>

/** A part of what goods cost where they go. `line` is the index of the goods; nothing where it is of all of them. */
export type Cost = {
  kind: CostKind
  line: number | null
  /** Of the programme, the tax or the fee. */
  name: string
  charge: Charge | null
  /** What the charge is on; this and `assessed` in the currency of assessment, `amount` in that of the buyer. */
  base: Money | null
  assessed: Money
  amount: Money
  paidBy: Payer
  isRelief: boolean
  rule: RuleReference | null
}

export type LandedCost = {
  passesCustoms: boolean
  basis: ValuationBasis | null
  customsValue: Money
  costs: Cost[]
  total: Money
  paidBy: Record<Payer, Money>
  findings: Finding[]
  /** Whether every line has a rule for its duty and its tax: what is not known is never taken for nothing. */
  isComplete: boolean
  /** Rates that were used. */
  exchange: ExchangeRate[]
}

/** What could not be reckoned with: a rate that is not known, or where goods go, of which there is no rule at all. */
export type Unknown = { missingRates: { from: string; to: string }[] } | { noValuation: string }

/**
 * What a consignment costs at the door by the rules of the day. Charges are assessed and rounded in the currency of the territory, tax on
 * top of duty as it is charged; everything is then put into the buyer's currency so that the parts add up to the total, to the unit.
 */
export const landedCost = (consignment: Consignment, rules: TradeRule[], exchange: Exchange): LandedCost | Unknown => {
  const { from, destination, day, currency, incoterm } = consignment
  const isImport = passesCustoms(from, destination)
  const valuation = isImport ? rulesOf(rules, 'valuation', { destination, day })[0] : undefined
  if (isImport && !valuation) return { noValuation: destination }
  const local = valuation?.terms.currency ?? currency
  const basis = valuation?.terms.basis ?? null

  const rates = ratesBy(exchange)
  const money = (amount: Money | undefined, to: string) =>
    amount && amount.minorUnits > 0 ? rates.turn(majorOf(amount.minorUnits, amount.currency), amount.currency, to) : new Big(0)
  const inLocal = (amount: Money | undefined) => money(amount, local)
  const inAssessed = (own: string | undefined) => (amount: Big) => (own && !amount.eq(0) ? rates.turn(amount, own, local) : amount)

  const values = consignment.lines.map(({ value }) => inLocal(value))
  const weights = consignment.lines.map(({ weightKg }) => new Big(weightKg ?? 0))
  const byWeight = consignment.lines.every(({ weightKg }) => weightKg !== undefined)
  const carriage = shared(inLocal(consignment.freight), byWeight ? weights : values)
  const insurance = shared(inLocal(consignment.insurance), values)
  const transport = carriage.map((part, index) => part.plus(insurance[index] as Big))
  const customsValues = values.map((value, index) => (basis === 'cif' ? value.plus(transport[index] as Big) : value))
  const lines = consignment.lines.map(({ hsCode, origin, quantity, originProven }, index) => ({
    ...{ hsCode, origin, ...(originProven !== undefined && { originProven }) },
    charged: {
      ...{ value: customsValues[index] as Big, weightKg: weights[index] as Big, quantity, subheading: hsCode.slice(0, 6) },
    },
  }))

  const place = { destination, day }
  const totals = { goods: sum(values), cif: sum(values).plus(sum(transport)) }
  const assessed = { rules: isImport ? rules : [], place, lines, consignment: totals, inAssessed }
  const rounded = (levy: Levy) => roundedParts(levy.amounts, local)
  /** What levies come to for a line, as they are charged. */
  const onLine = (levies: { levy: Levy; minor: number[] }[], index: number) =>
    levies.reduce((total, { levy, minor }) => total + (minor[levy.lines.indexOf(index)] ?? 0), 0)
  const charge = (levies: Levy[]) => levies.map((levy) => ({ levy, minor: rounded(levy) }))

  const { levies, unruled } = dutiesOn(assessed)
  const duties = charge(levies)
  const excises = charge(excisesOn(assessed))
  const fees = charge(feesOn(assessed, consignment.mode))

  const taxReliefs = reliefsOf(assessed, 'tax')
  const untaxed: number[] = []
  const taxed = new Map<string, { levy: Levy; bases: Big[] }>()
  const taxRules = rulesOf(assessed.rules, 'tax', place)
  lines.forEach((line, index) => {
    if (taxReliefs.has(index)) return
    const own = firstOfEach(
      taxRules.filter((rule) => concerns(rule, line)),
      ({ terms }) => terms.name,
    )
    if (own.length === 0) untaxed.push(index)
    for (const rule of own) {
      const { name, percent, on } = rule.terms
      const parts = {
        freight: transport[index] as Big,
        duty: majorOf(onLine(duties, index), local),
        excise: majorOf(onLine(excises, index), local),
        fees: majorOf(onLine(fees, index), local),
      }
      const base = on.reduce((total, part) => total.plus(parts[part]), values[index] as Big)
      const entry = taxed.get(rule.id) ?? {
        levy: { name, rule, charge: { percent }, lines: [], amounts: [], isRelief: false },
        bases: [],
      }
      entry.levy.lines.push(index)
      entry.levy.amounts.push(base.times(percent).div(100))
      entry.bases.push(base)
      taxed.set(rule.id, entry)
    }
  })
  const taxes = [...taxed.values()].map(({ levy, bases }) => ({ levy, bases, minor: rounded(levy) }))
  const freed = charge(relieved(taxReliefs, assessed))

  const localMoney = (minorUnits: number): Money => ({ minorUnits, currency: local })
  const drafts: (Omit<Cost, 'amount' | 'paidBy'> & { exact: Big })[] = []
  const plain = (kind: CostKind, line: number | null, amount: Money | undefined, minor: number) =>
    drafts.push({
      ...{ kind, line, name: '', charge: null, base: null, isRelief: false, rule: null },
      ...{ assessed: localMoney(minor), exact: money(amount, currency) },
    })
  const valueParts = roundedParts(values, local)
  for (const [index, { value }] of consignment.lines.entries()) plain('goods', index, value, valueParts[index] as number)
  if (consignment.freight) plain('freight', null, consignment.freight, minorOf(sum(carriage), local))
  if (consignment.insurance) plain('insurance', null, consignment.insurance, minorOf(sum(insurance), local))
  const levied = (kind: CostKind, { levy, minor, bases }: { levy: Levy; minor: number[]; bases?: Big[] }) =>
    levy.lines.forEach((line, at) => {
      const assessedMoney = localMoney(minor[at] as number)
      drafts.push({
        ...{ kind, line, name: levy.name, charge: levy.charge, isRelief: levy.isRelief, rule: referenceTo(levy.rule) },
        base: localMoney(minorOf(bases?.[at] ?? (customsValues[line] as Big), local)),
        ...{ assessed: assessedMoney, exact: money(assessedMoney, currency) },
      })
    })
  for (const duty of duties) levied('duty', duty)
  for (const excise of excises) levied('excise', excise)
  for (const { levy, minor } of fees) {
    const assessedMoney = localMoney(minor.reduce((total, part) => total + part, 0))
    drafts.push({
      ...{ kind: 'fee', line: null, name: levy.name, charge: levy.charge, isRelief: false, rule: referenceTo(levy.rule) },
      base: localMoney(minorOf(sum(levy.lines.map((line) => customsValues[line] as Big)), local)),
      ...{ assessed: assessedMoney, exact: money(assessedMoney, currency) },
    })
  }
  for (const tax of taxes) levied('tax', tax)
  for (const relief of freed) levied('tax', relief)

  if (rates.missing.length > 0) return { missingRates: rates.missing }
  const amounts = roundedParts(
    drafts.map(({ exact }) => exact),
    currency,
  )
  const costs = drafts.map(
    ({ exact: _, ...draft }, index): Cost => ({
      ...draft,
      amount: { minorUnits: amounts[index] as number, currency },
      paidBy: whoPays(draft.kind, incoterm),
    }),
  )
  const totalOf = (some: Cost[]): Money => ({ minorUnits: some.reduce((total, { amount }) => total + amount.minorUnits, 0), currency })
  return {
    passesCustoms: isImport,
    basis,
    customsValue: localMoney(minorOf(sum(customsValues), local)),
    costs,
    total: totalOf(costs),
    paidBy: {
      buyer: totalOf(costs.filter(({ paidBy }) => paidBy === 'buyer')),
      seller: totalOf(costs.filter(({ paidBy }) => paidBy === 'seller')),
    },
    findings: findingsOn(
      assessed,
      consignment.lines,
      isImport ? { unruled, untaxed } : { unruled: [], untaxed: [] },
      [...duties, ...excises, ...fees].map(({ levy }) => levy),
    ),
    isComplete: !isImport || (unruled.length === 0 && untaxed.length === 0),
    exchange: rates.used,
  }
}

type Assessed = Parameters<typeof dutiesOn>[0]

const excisesOn = ({ rules, place, lines, inAssessed }: Assessed): Levy[] => {
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
const feesOn = ({ rules, place, lines, consignment, inAssessed }: Assessed, mode: Consignment['mode']): Levy[] => {
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

const referenceTo = ({ id, key, version, source, sourceUrl, validFrom }: TradeRule): RuleReference => {
  return { id, key, version, source, sourceUrl, validFrom }
}

/** Turns amounts, and remembers by which rates and which were not to be had. */
const ratesBy = (exchange: Exchange) => {
  const used = new Map<string, ExchangeRate>()
  const missing = new Map<string, { from: string; to: string }>()
  const turn = (amount: Big, from: string, to: string): Big => {
    if (from === to) return amount
    const rate = used.get(`${from} ${to}`) ?? exchange(from, to)
    if (!rate) {
      missing.set(`${from} ${to}`, { from, to })
      return new Big(0)
    }
    used.set(`${from} ${to}`, rate)
    return amount.times(rate.rate)
  }
  return {
    turn,
    get used() {
      return [...used.values()]
    },
    get missing() {
      return [...missing.values()]
    },
  }
}
