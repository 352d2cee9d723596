import { incoterms } from '@lading/shared/domain/incoterm'
import type { TradeRule } from '@lading/shared/domain/trade-rule'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { landedCost } from '../../src/landed-cost/landed-cost.ts'
import { assessedAs, atRate, consignment, costOf, duty, european, euros, line, noExchange, rule } from './a-consignment.ts'

const lamps = [...european, duty('EU', '9405', '3.7')]

describe('The cost at the door', () => {
  it('has duty on the value with freight and insurance, and tax on all of it with the duty.', () => {
    const cost = costOf(consignment({ freight: euros(20_000), insurance: euros(1_000) }), lamps)
    expect(cost.customsValue).toEqual(euros(121_000))
    expect([assessedAs(cost, 'duty'), assessedAs(cost, 'tax')]).toEqual([4_477, 23_841])
    expect(cost.total).toEqual(euros(121_000 + 4_477 + 23_841))
    expect(cost.costs.find(({ kind }) => kind === 'duty')).toMatchObject({
      ...{ charge: { percent: '3.7' }, base: euros(121_000), rule: { key: lamps[2]?.key, source: 'a test' }, paidBy: 'buyer' },
    })
  })

  it('leaves freight and insurance out of the value where a territory assesses free on board.', () => {
    const fob = [rule('CA', { kind: 'valuation', basis: 'fob', currency: 'EUR' }), duty('CA', '', '10')]
    const cost = costOf(consignment({ destination: 'CA', freight: euros(50_000) }), fob)
    expect([cost.customsValue, assessedAs(cost, 'duty')]).toEqual([euros(100_000), 10_000])
  })

  it.each([
    ['EXW', 0],
    ['FOB', 0],
    ['CFR', 20_000],
    ['CIF', 21_000],
    ['DAP', 21_000],
    ['DDP', 21_000 + 4_477 + 23_841],
  ] as const)('is shared between buyer and seller by the terms: under %s the seller pays %i.', (incoterm, seller) => {
    const cost = costOf(consignment({ incoterm, freight: euros(20_000), insurance: euros(1_000) }), lamps)
    expect([cost.paidBy.seller, cost.total]).toEqual([euros(seller), euros(149_318)])
    expect(cost.paidBy.buyer.minorUnits).toBe(149_318 - seller)
  })

  it('goes by the rule that is closest to the goods, and by the one of the day.', () => {
    const rules = [
      ...european,
      duty('EU', '', '9'),
      duty('EU', '9405', '3.7', { validTo: '2026-02-28' }),
      duty('EU', '9405', '4.7', { validFrom: '2026-03-01' }),
    ]
    const on = (day: string, hsCode = '940521') => assessedAs(costOf(consignment({ day, lines: [line({ hsCode })] }), rules), 'duty')
    expect([on('2026-02-28'), on('2026-03-01'), on('2026-03-01', '950300')]).toEqual([3_700, 4_700, 9_000])
  })

  it('grants a preference where origin is proven, unless it is dearer, and adds what comes on top.', () => {
    const vietnam: Partial<TradeRule> = { origins: ['VN'] }
    const charge = (percent: string) => ({ kind: 'duty', charge: { percent } }) as const
    const rules = [
      ...lamps,
      rule('EU', { ...charge('1.2'), measure: 'preference', programme: 'EU–Vietnam' }, vietnam),
      rule('EU', { ...charge('10'), measure: 'additional', programme: 'Anti-dumping' }, { origins: ['CN'] }),
    ]
    const of = (change: object) => assessedAs(costOf(consignment({ lines: [line(change)] }), rules), 'duty')
    expect([of({ origin: 'VN', originProven: true }), of({ origin: 'VN' }), of({})]).toEqual([1_200, 3_700, 13_700])
    const dearer = [...lamps, rule('EU', { ...charge('5'), measure: 'preference', programme: 'Dear' }, vietnam)]
    expect(assessedAs(costOf(consignment({ lines: [line({ origin: 'VN', originProven: true })] }), dearer), 'duty')).toBe(3_700)
  })

  it('charges by weight and piece too, and says where a weight is missing.', () => {
    const charge = { percent: '14.4', perKg: '0.318', currency: 'EUR' }
    const rules = [...european, rule('EU', { kind: 'duty', measure: 'third-country', programme: '', charge })]
    expect(assessedAs(costOf(consignment(), rules), 'duty')).toBe(14_400 + 795)
    const { weightKg: _, ...unweighed } = line()
    const cost = costOf(consignment({ lines: [unweighed] }), rules)
    expect([assessedAs(cost, 'duty'), cost.findings.map(({ kind }) => kind)]).toEqual([14_400, ['no-weight']])
  })

  it('frees small consignments of duty, but not goods that are left out; by the goods alone or with their freight.', () => {
    const relief = (value: 'goods' | 'cif') =>
      rule('EU', { kind: 'de-minimis', of: 'duty', upTo: '150', currency: 'EUR', value, exceptHs: ['2204'] })
    const small = consignment({ lines: [line({ value: euros(15_000) })], freight: euros(100) })
    const free = costOf(small, [...lamps, relief('goods')])
    expect([assessedAs(free, 'duty'), assessedAs(free, 'tax')]).toEqual([0, 2_869])
    expect(free.costs.find(({ kind }) => kind === 'duty')).toMatchObject({ isRelief: true, rule: { source: 'a test' } })
    expect(assessedAs(costOf(small, [...lamps, relief('cif')]), 'duty')).toBe(559)
    const wine = { ...small, lines: [line({ hsCode: '220421', value: euros(5_000) })] }
    expect(assessedAs(costOf(wine, [...lamps, duty('EU', '2204', '10'), relief('goods')]), 'duty')).toBe(510)
  })

  it('frees small consignments of tax where a territory does.', () => {
    const relief = rule('DE', { kind: 'de-minimis', of: 'tax', upTo: '22', currency: 'EUR', value: 'goods', exceptHs: [] })
    const tax = (value: number) => assessedAs(costOf(consignment({ lines: [line({ value: euros(value) })] }), [...lamps, relief]), 'tax')
    expect([tax(2_200), tax(2_201)]).toEqual([0, 434])
  })

  it('takes nothing for nought that it has no rule for: it says so, and that the answer is not complete.', () => {
    const cost = costOf(consignment({ lines: [line(), line({ hsCode: '220421' })] }), lamps)
    expect([cost.isComplete, cost.findings]).toEqual([false, [{ kind: 'no-duty-rule', lines: [1], what: '', toDo: '', rule: null }]])
    expect(landedCost(consignment({ destination: 'BR' }), lamps, noExchange)).toEqual({ noValuation: 'BR' })
    const foreign = consignment({ lines: [line({ value: { minorUnits: 100, currency: 'USD' } })] })
    expect(landedCost(foreign, lamps, noExchange)).toEqual({ missingRates: [{ from: 'USD', to: 'EUR' }] })
  })

  it('names what is prohibited first, and the papers that have to be there.', () => {
    const rules = [
      ...lamps,
      rule('DE', { kind: 'document', document: 'Declaration of conformity', toDo: 'Ask the maker' }, { hsPrefix: '94' }),
      rule('EU', { kind: 'prohibition', what: 'Not from there', toDo: 'Do not send' }, { origins: ['CN'] }),
      rule('EU', { kind: 'restriction', what: 'Of others', toDo: '' }, { origins: ['VN'] }),
    ]
    expect(costOf(consignment(), rules).findings.map(({ kind, what }) => [kind, what])).toEqual([
      ['prohibition', 'Not from there'],
      ['document', 'Declaration of conformity'],
    ])
  })

  it('is that of goods and their carriage within a customs territory.', () => {
    const cost = costOf(consignment({ from: 'FR', freight: euros(500) }), lamps)
    expect([cost.passesCustoms, cost.isComplete, cost.total]).toEqual([false, true, euros(100_500)])
  })
})

const aLine = fc.record({
  hsCode: fc.constantFrom('940521', '950300', '220421', '610910'),
  origin: fc.constantFrom('CN', 'VN', 'US'),
  quantity: fc.integer({ min: 1, max: 500 }),
  value: fc.record({ minorUnits: fc.integer({ min: 0, max: 5_000_000 }), currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD') }),
  weightKg: fc.integer({ min: 0, max: 900_000 }).map((grams) => String(grams / 1000)),
  originProven: fc.boolean(),
})
const aConsignment = fc
  .record({
    currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
    incoterm: fc.constantFrom(...incoterms),
    lines: fc.array(aLine, { minLength: 1, maxLength: 6 }),
    freight: fc.integer({ min: 0, max: 500_000 }).map(euros),
    insurance: fc.integer({ min: 0, max: 50_000 }).map(euros),
  })
  .map((some) => consignment(some))

const percent = fc.integer({ min: 0, max: 4_000 }).map((basisPoints) => String(basisPoints / 100))
const someRules = fc
  .record({ general: percent, lamps: percent, preference: percent, perKg: percent })
  .map((rates) => [
    ...european,
    duty('EU', '', rates.general),
    duty('EU', '9405', rates.lamps),
    rule(
      'EU',
      { kind: 'duty', measure: 'preference', programme: 'Some', charge: { percent: rates.preference } },
      { hsPrefix: '9503', origins: ['VN'] },
    ),
    rule('EU', { kind: 'excise', name: 'Alcohol', charge: { perKg: rates.perKg, currency: 'EUR' } }, { hsPrefix: '22' }),
    rule('EU', { kind: 'fee', name: 'Handling', charge: { percent: '0.3', minimum: '2', maximum: '400', currency: 'EUR' } }),
  ])
const aRate = fc.integer({ min: 1, max: 2_000_000 }).map((parts) => atRate(String(parts / 10_000)))

describe('Whatever the consignment, rules and rates', () => {
  it('the costs add up to the total and to what buyer and seller pay, and none is below nought.', () => {
    fc.assert(
      fc.property(aConsignment, someRules, aRate, (given, rules, exchange) => {
        const { costs, total, paidBy } = costOf(given, rules, exchange)
        expect(costs.reduce((sum, { amount }) => sum + amount.minorUnits, 0)).toBe(total.minorUnits)
        expect(paidBy.buyer.minorUnits + paidBy.seller.minorUnits).toBe(total.minorUnits)
        for (const { amount, assessed } of costs) {
          expect(Number.isSafeInteger(amount.minorUnits)).toBe(true)
          expect(Math.min(amount.minorUnits, assessed.minorUnits)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('a higher value never makes less duty or tax, where both are a share of it.', () => {
    fc.assert(
      fc.property(aConsignment, someRules, fc.nat(5), fc.integer({ min: 1, max: 1_000_000 }), (given, rules, nth, more) => {
        const at = nth % given.lines.length
        // Freight is shared out by weight, so that a line that is worth more does not draw it from others with other rates.
        const lines = given.lines.map((each, index) =>
          index === at ? { ...each, value: { ...each.value, minorUnits: each.value.minorUnits + more } } : each,
        )
        const { insurance: _, ...uninsured } = given
        const [before, after] = [costOf(uninsured, rules, atRate('0.9')), costOf({ ...uninsured, lines }, rules, atRate('0.9'))]
        expect(assessedAs(after, 'duty')).toBeGreaterThanOrEqual(assessedAs(before, 'duty'))
        expect(assessedAs(after, 'tax')).toBeGreaterThanOrEqual(assessedAs(before, 'tax'))
      }),
    )
  })

  it('the terms of delivery move costs between buyer and seller and never change the total.', () => {
    fc.assert(
      fc.property(aConsignment, someRules, fc.constantFrom(...incoterms), (given, rules, incoterm) => {
        const [one, other] = [costOf(given, rules, atRate('1.1')), costOf({ ...given, incoterm }, rules, atRate('1.1'))]
        expect(other.total).toEqual(one.total)
      }),
    )
  })

  it('the order of rules does not matter.', () => {
    fc.assert(
      fc.property(aConsignment, someRules, (given, rules) => {
        expect(costOf(given, rules.toReversed(), atRate('1.1'))).toEqual(costOf(given, rules, atRate('1.1')))
      }),
    )
  })
})
