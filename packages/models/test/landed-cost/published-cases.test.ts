import type { TradeRule } from '@lading/shared/domain/trade-rule'
import { describe, expect, it } from 'vitest'
import type { Consignment, Exchange } from '../../src/landed-cost/consignment.ts'
import { assessedAs, atRate, consignment, costOf, duty, line, noExchange, rule } from './a-consignment.ts'

type Case = {
  name: string
  source: string
  given: Consignment
  rules: TradeRule[]
  exchange?: Exchange
  /** Assessed, in minor units. */
  expected: { duty?: number; tax?: number; fee?: number; customsValue?: number }
}

const usd = (minorUnits: number) => ({ minorUnits, currency: 'USD' })
const aud = (minorUnits: number) => ({ minorUnits, currency: 'AUD' })
const gbp = (minorUnits: number) => ({ minorUnits, currency: 'GBP' })
const eur = (minorUnits: number) => ({ minorUnits, currency: 'EUR' })

const australia = [
  rule('AU', { kind: 'valuation', basis: 'fob', currency: 'AUD' }),
  duty('AU', '', '5'),
  rule('AU', { kind: 'tax', name: 'GST', percent: '10', on: ['freight', 'duty'] }),
]
const canada = [
  rule('CA', { kind: 'valuation', basis: 'fob', currency: 'CAD' }),
  duty('CA', '', '4'),
  rule('CA', { kind: 'tax', name: 'GST', percent: '5', on: ['duty', 'excise'] }),
]
const kingdom = [
  rule('GB', { kind: 'valuation', basis: 'cif', currency: 'GBP' }),
  duty('GB', '660191', '4'),
  rule('GB', { kind: 'tax', name: 'VAT', percent: '20', on: ['freight', 'duty'] }),
]
const union = [
  rule('EU', { kind: 'valuation', basis: 'cif', currency: 'EUR' }),
  duty('EU', '6206', '12'),
  rule('FR', { kind: 'tax', name: 'VAT', percent: '20', on: ['freight', 'duty'] }),
  rule(
    'EU',
    {
      ...{ kind: 'de-minimis', of: 'duty', upTo: '150', currency: 'EUR', value: 'goods', exceptHs: [] },
      instead: { perSubheading: '3', currency: 'EUR' },
    },
    { validFrom: '2026-07-01', validTo: '2028-06-30' },
  ),
]
const states = [
  rule('US', { kind: 'valuation', basis: 'fob', currency: 'USD' }),
  duty('US', '', '0'),
  rule('US', { kind: 'tax', name: 'None', percent: '0', on: [] }),
  rule('US', {
    ...{ kind: 'fee', name: 'Merchandise processing fee', fromValue: '2500' },
    charge: { percent: '0.3464', minimum: '32.71', maximum: '634.62', currency: 'USD' },
  }),
  rule('US', { kind: 'fee', name: 'Merchandise processing fee', belowValue: '2500', charge: { fixed: '2.62', currency: 'USD' } }),
  rule('US', { kind: 'fee', name: 'Harbor maintenance fee', modes: ['sea'], charge: { percent: '0.125' } }),
]
const fees = 'US Customs and Border Protection, CSMS 61572319, customs user fees from 1 October 2024'
const american = (value: number, change: Partial<Consignment> = {}) =>
  consignment({ destination: 'US', currency: 'USD', lines: [line({ value: usd(value) })], mode: 'air', ...change })

const cases: Case[] = [
  {
    name: 'goods of A$1,200 sent for A$150: duty at 5 % on the goods, GST at 10 % on goods, duty and transport',
    source: 'Australian Customs and Border Protection Service, cost of importing goods',
    given: consignment({ destination: 'AU', currency: 'AUD', freight: aud(15_000), lines: [line({ value: aud(120_000) })] }),
    rules: australia,
    expected: { customsValue: 120_000, duty: 6_000, tax: 14_100 },
  },
  {
    name: 'goods of A$2,000 sent for A$150: duty of A$100',
    source: 'Australian Customs and Border Protection Service, cost of importing goods, example 3',
    given: consignment({ destination: 'AU', currency: 'AUD', freight: aud(15_000), lines: [line({ value: aud(200_000) })] }),
    rules: australia,
    expected: { duty: 10_000, tax: 22_500 },
  },
  {
    name: 'goods of US$100 at 1.15: C$115 for duty at 4 %, C$119.60 for GST at 5 %',
    source: 'Canada Border Services Agency, guide to importing goods, example of customs duty and GST',
    given: consignment({ from: 'US', destination: 'CA', currency: 'CAD', lines: [line({ origin: 'US', value: usd(10_000) })] }),
    rules: canada,
    exchange: atRate('1.15'),
    expected: { customsValue: 11_500, duty: 460, tax: 598 },
  },
  {
    name: '2,000 umbrellas of £5 with £500 of freight and insurance: CIF £10,500, duty at 4 %',
    source: 'DHL, UK import tax and duty (rate of the UK Integrated Online Tariff)',
    given: consignment({
      ...{ destination: 'GB', currency: 'GBP', freight: gbp(50_000) },
      lines: [line({ hsCode: '660191', quantity: 2_000, value: gbp(1_000_000) })],
    }),
    rules: kingdom,
    expected: { customsValue: 1_050_000, duty: 42_000 },
  },
  {
    name: 'a parcel with a blouse of silk and two of wool, below €150: €3 for each of two subheadings',
    source: 'Council of the EU, press release of 11 February 2026 on items in small parcels',
    given: consignment({
      ...{ destination: 'FR', day: '2026-07-01' },
      lines: [
        line({ hsCode: '620610', quantity: 1, value: eur(4_000) }),
        line({ hsCode: '620620', quantity: 1, value: eur(3_000) }),
        line({ hsCode: '620620', quantity: 1, value: eur(3_000) }),
      ],
    }),
    rules: union,
    expected: { duty: 600 },
  },
  { name: 'an informal entry', source: fees, given: american(200_000), rules: states, expected: { fee: 262 } },
  { name: 'a formal entry of US$2,500 pays the least', source: fees, given: american(250_000), rules: states, expected: { fee: 3_271 } },
  { name: 'one of US$100,000 pays 0.3464 %', source: fees, given: american(10_000_000), rules: states, expected: { fee: 34_640 } },
  { name: 'one of US$1,000,000 pays the most', source: fees, given: american(100_000_000), rules: states, expected: { fee: 63_462 } },
  {
    name: 'by sea 0.125 % for the harbour comes on top',
    source: '26 U.S.C. 4461, harbor maintenance tax',
    given: american(10_000_000, { mode: 'sea' }),
    rules: states,
    expected: { fee: 34_640 + 12_500 },
  },
]

describe('A published example', () => {
  it.each(cases)('comes out as published: $name ($source).', ({ given, rules, exchange = noExchange, expected }) => {
    const cost = costOf(given, rules, exchange)
    if (expected.customsValue !== undefined) expect(cost.customsValue.minorUnits).toBe(expected.customsValue)
    for (const kind of ['duty', 'tax', 'fee'] as const)
      if (expected[kind] !== undefined) expect([kind, assessedAs(cost, kind)]).toEqual([kind, expected[kind]])
  })
})
