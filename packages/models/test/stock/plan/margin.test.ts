import type { Rates } from '@lading/shared/money/rates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marginOf } from '../../../src/stock/plan/margin.ts'

const dated = (rate: string) => ({ rate, date: '2026-04-01', source: 'ECB' })
const rates: Rates = { base: 'EUR', rates: { USD: dated('1.25'), JPY: dated('160') } }
const money = (minorUnits: number, currency = 'EUR') => ({ minorUnits, currency })

describe('A margin', () => {
  it('is what the price is above the cost, never less than nothing.', () => {
    expect([marginOf(money(1000), money(3000)), marginOf(money(1000), money(900))]).toEqual([2000, 0])
  })

  it('is in the currency of the cost: a price in another is converted first, over the base where neither is it.', () => {
    expect(marginOf(money(1000), money(2500, 'USD'), rates)).toBe(1000)
    expect(marginOf(money(1000, 'USD'), money(3200, 'JPY'), rates)).toBe(1500)
  })

  it('is not known without a price, or where a currency has no rate: amounts of two currencies are never subtracted.', () => {
    expect(marginOf(money(1000), null, rates)).toBeNull()
    expect(marginOf(money(1000), money(2500, 'USD'))).toBeNull()
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), (cost, price) => {
        expect(marginOf(money(cost), money(price, 'CHF'), rates)).toBeNull()
        expect(marginOf(money(cost, 'CHF'), money(price, 'CHF'), rates)).toBe(Math.max(0, price - cost))
      }),
    )
  })
})
