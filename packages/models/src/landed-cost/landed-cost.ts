import { passesCustoms } from '@lading/shared/domain/customs-territory'
import type { Money } from '@lading/shared/domain/money'
import type { Charge, CostKind, Payer, TradeRule, ValuationBasis } from '@lading/shared/domain/trade-rule'
import Big from 'big.js'
import { majorOf, minorOf, roundedParts, shared, sum } from './amounts.ts'
import type { Consignment, Exchange, ExchangeRate } from './consignment.ts'
import { dutiesOn, type Levy, relieved } from './duties.ts'
import { excisesOn, feesOn } from './excises-and-fees.ts'
import { type Finding, findingsOn } from './findings.ts'
import { ratesBy } from './rates-used.ts'
import { rulesOf } from './rules-for.ts'
import { taxesOn } from './taxes.ts'
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

  const {
    taxes: taxed,
    untaxed,
    reliefs,
  } = taxesOn(assessed, (index) => ({
    goods: values[index] as Big,
    freight: transport[index] as Big,
    duty: majorOf(onLine(duties, index), local),
    excise: majorOf(onLine(excises, index), local),
    fees: majorOf(onLine(fees, index), local),
  }))
  const taxes = taxed.map(({ levy, bases }) => ({ levy, bases, minor: rounded(levy) }))
  const freed = charge(relieved(reliefs, assessed))

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

const referenceTo = ({ id, key, version, source, sourceUrl, validFrom }: TradeRule): RuleReference => {
  return { id, key, version, source, sourceUrl, validFrom }
}
