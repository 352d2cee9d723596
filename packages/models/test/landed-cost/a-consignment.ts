import type { TradeRule, TradeTerms } from '@lading/shared/domain/trade-rule'
import type { Consignment, ConsignmentLine, Exchange } from '../../src/landed-cost/consignment.ts'
import { type LandedCost, landedCost } from '../../src/landed-cost/landed-cost.ts'

let count = 0
export const rule = (destination: string, terms: TradeTerms, change: Partial<TradeRule> = {}): TradeRule => {
  const id = `rule-${++count}`
  return {
    ...{ id, key: id, version: 1, destination, origins: [], hsPrefix: '', terms },
    ...{ source: 'a test', sourceUrl: null, validFrom: '2020-01-01', validTo: null },
    ...change,
  }
}

export const duty = (destination: string, hsPrefix: string, percent: string, change: Partial<TradeRule> = {}) =>
  rule(destination, { kind: 'duty', measure: 'third-country', programme: '', charge: { percent } }, { hsPrefix, ...change })

export const euros = (minorUnits: number) => ({ minorUnits, currency: 'EUR' })

export const line = (change: Partial<ConsignmentLine> = {}): ConsignmentLine => ({
  ...{ hsCode: '940521', origin: 'CN', quantity: 10, value: euros(100_000), weightKg: '25' },
  ...change,
})

export const consignment = (change: Partial<Consignment> = {}): Consignment => ({
  ...{ from: 'CN', destination: 'DE', currency: 'EUR', incoterm: 'DAP', day: '2026-03-01' },
  lines: [line()],
  ...change,
})

/** Into the EU: CIF, in euros, 19 % in Germany. */
export const european = [
  rule('EU', { kind: 'valuation', basis: 'cif', currency: 'EUR' }),
  rule('DE', { kind: 'tax', name: 'VAT', percent: '19', on: ['freight', 'duty', 'excise'] }),
]

export const noExchange: Exchange = () => undefined
export const atRate =
  (rate: string): Exchange =>
  (from, to) => ({ from, to, rate, date: '2026-03-01', source: 'a test' })

export const costOf = (given: Consignment, rules: TradeRule[], exchange = noExchange): LandedCost => {
  const answer = landedCost(given, rules, exchange)
  if (!('total' in answer)) throw new Error(JSON.stringify(answer))
  return answer
}

/** What all costs of a kind come to, in minor units: as assessed, and in the buyer's currency. */
export const assessedAs = ({ costs }: LandedCost, kind: string) =>
  costs.filter((cost) => cost.kind === kind).reduce((total, { assessed }) => total + assessed.minorUnits, 0)
