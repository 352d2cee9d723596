import type { Money } from '@lading/shared/domain/money'
import { convert, rateBetween } from '@lading/shared/money/convert'
import { digitsOf } from '@lading/shared/money/digits-of'
import { isRate, type Rates, withoutRate } from '@lading/shared/money/rates'
import { roundings } from '@lading/shared/money/rounding'
import { split } from '@lading/shared/money/split'
import { sumOf } from '@lading/shared/money/sum'
import { majorOf, minorUnitsIn, moneyOf } from '@lading/shared/money/units'
import Big from 'big.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const rated = (rates: Record<string, string>, base = 'EUR'): Rates => ({
  base,
  rates: Object.fromEntries(Object.entries(rates).map(([currency, rate]) => [currency, { rate, date: '2026-04-13', source: 'ECB' }])),
})

// Reference rates of the European Central Bank for 13 April 2026.
const april = rated({ USD: '1.1684', JPY: '186.75', GBP: '0.87058', CNY: '7.9827', IDR: '20082.05', KWD: '0.35905' })

const currencies = ['EUR', 'USD', 'JPY', 'KWD', 'IDR', 'CLF']
const rate = fc
  .tuple(fc.integer({ min: 1, max: 30_000_000 }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => new Big(`${digits}e-${places}`).toFixed())
const someRates = fc.record({ USD: rate, JPY: rate, KWD: rate, IDR: rate, CLF: rate }).map((rates) => rated(rates))
const currency = fc.constantFrom(...currencies)
const minorUnits = fc.integer({ min: -100_000_000, max: 100_000_000 })
const rounding = fc.constantFrom(...roundings)

it('counts minor units by ISO 4217, where the tables of the runtime say how people write', () => {
  const of = Object.fromEntries(['EUR', 'JPY', 'KWD', 'IQD', 'HUF', 'IDR', 'COP', 'TWD', 'CLF'].map((code) => [code, digitsOf(code)]))
  expect(of).toEqual({ EUR: 2, JPY: 0, KWD: 3, IQD: 3, HUF: 2, IDR: 2, COP: 2, TWD: 2, CLF: 4 })
})

it('reads major units as minor ones and back', () => {
  expect(majorOf({ minorUnits: 1234, currency: 'EUR' }).toFixed()).toBe('12.34')
  expect(majorOf({ minorUnits: -5, currency: 'KWD' }).toFixed()).toBe('-0.005')
  fc.assert(
    fc.property(minorUnits, currency, (units, code) => moneyOf(majorOf({ minorUnits: units, currency: code }), code).minorUnits === units),
  )
})

it.each([
  ['0.005', 1, 0],
  ['0.015', 2, 2],
  ['-0.005', -1, 0],
  ['-0.025', -3, -2],
  ['0.0049999999999999999999999999', 0, 0],
  ['0.0050000000000000000000000001', 1, 1],
])('rounds %s of a currency with cents half up and half even', (major, up, even) => {
  expect(moneyOf(major, 'EUR').minorUnits).toBe(up)
  expect(moneyOf(major, 'EUR', 'half-even').minorUnits).toBe(even)
})

it('refuses an amount that could not be counted', () => {
  expect(() => moneyOf('90071992547409.92', 'EUR')).toThrow('too large')
  expect(() => convert({ minorUnits: Number.MAX_SAFE_INTEGER, currency: 'EUR' }, 'IDR', april)).toThrow('too large')
})

it('converts from the base, to it, and over it, and says by what', () => {
  const published = { date: '2026-04-13', source: 'ECB' }
  expect(convert({ minorUnits: 10_000, currency: 'EUR' }, 'JPY', april)).toEqual({
    money: { minorUnits: 18_675, currency: 'JPY' },
    rate: '186.75',
    via: null,
    ...published,
  })
  expect(convert({ minorUnits: 11_684, currency: 'USD' }, 'EUR', april)).toEqual({
    money: { minorUnits: 10_000, currency: 'EUR' },
    rate: '0.85587127696',
    via: null,
    ...published,
  })
  // 1000.00 USD / 1.1684 × 186.75 = 159833.96… JPY
  expect(convert({ minorUnits: 100_000, currency: 'USD' }, 'JPY', april)).toEqual({
    money: { minorUnits: 159_834, currency: 'JPY' },
    rate: '159.833960972',
    via: 'EUR',
    ...published,
  })
})

it('tells the older date and both sources where two rates are used', () => {
  const rates: Rates = {
    base: 'EUR',
    rates: {
      USD: { rate: '1.1684', date: '2026-04-13', source: 'ECB' },
      VND: { rate: '30800', date: '2026-04-10', source: 'own bank' },
    },
  }
  expect(rateBetween('USD', 'VND', rates)).toMatchObject({ via: 'EUR', date: '2026-04-10', source: 'ECB, own bank' })
})

it('leaves what is in the currency already as it is, also without any rates', () => {
  const money = { minorUnits: 12_345, currency: 'VND' }
  expect(convert(money, 'VND', april)).toEqual({ money, rate: '1', via: null, date: null, source: null })
})

it('has no answer where a currency has no rate, and says which have none', () => {
  expect(convert({ minorUnits: 1, currency: 'EUR' }, 'RUB', april)).toBeUndefined()
  expect(convert({ minorUnits: 1, currency: 'RUB' }, 'USD', april)).toBeUndefined()
  expect(convert({ minorUnits: 1, currency: 'constructor' }, 'USD', april)).toBeUndefined()
  expect(withoutRate(['EUR', 'USD', 'RUB', 'RUB'], april)).toEqual(['RUB'])
})

it('takes for a rate only a plain decimal above nought', () => {
  expect(['1', '0.5', '20082.05', '0.000001'].map(isRate)).toEqual([true, true, true, true])
  expect(['', '0', '0.000', '-1', '1e3', '1,5', 'N/A', '.5', '5.', ' 1'].map(isRate)).toEqual(Array(10).fill(false))
})

it('comes back within half a minor unit of each side, which is the bound at its corners', () => {
  fc.assert(
    fc.property(minorUnits, currency, currency, someRates, rounding, (units, from, to, rates, how) => {
      fc.pre(from !== to)
      const there = orTooLarge(() => convert({ minorUnits: units, currency: from }, to, rates, how))
      fc.pre(there !== undefined)
      const back = orTooLarge(() => convert((there as { money: Money }).money, from, rates, how))
      fc.pre(back !== undefined)
      const rateOf = (code: string) => new Big(code === rates.base ? 1 : (rates.rates[code]?.rate as string))
      // |back − units| ≤ ½ + ½ × (what a minor unit of the other is worth here), multiplied out so that it is exact.
      const error = new Big((back as { money: Money }).money.minorUnits).minus(units).abs()
      const scale = rateOf(to).times(minorUnitsIn(to))
      const bound = scale.plus(rateOf(from).times(minorUnitsIn(from)))
      expect(error.times(2).times(scale).lte(bound)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
  // 1.00 EUR is half a yen here, which counts as one and comes back as 2.00 EUR: 100 cents off, where the bound is 100.5.
  expect(convert({ minorUnits: 100, currency: 'EUR' }, 'JPY', rated({ JPY: '0.5' }))?.money.minorUnits).toBe(1)
  expect(convert({ minorUnits: 1, currency: 'JPY' }, 'EUR', rated({ JPY: '0.5' }))?.money.minorUnits).toBe(200)
})

it('never turns a larger amount into a smaller one', () => {
  fc.assert(
    fc.property(minorUnits, minorUnits, currency, currency, someRates, rounding, (a, b, from, to, rates, how) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((units) =>
        orTooLarge(() => convert({ minorUnits: units, currency: from }, to, rates, how)),
      )
      fc.pre(less !== undefined && more !== undefined)
      expect(less?.money.minorUnits).toBeLessThanOrEqual(more?.money.minorUnits as number)
    }),
  )
})

it('gives a debt the same worth as a credit', () => {
  fc.assert(
    fc.property(minorUnits, currency, currency, someRates, rounding, (units, from, to, rates, how) => {
      const both = [units, -units].map((each) => orTooLarge(() => convert({ minorUnits: each, currency: from }, to, rates, how)))
      fc.pre(both.every((each) => each !== undefined))
      expect((both[0]?.money.minorUnits as number) + (both[1]?.money.minorUnits as number)).toBe(0)
    }),
  )
})

it('answers the inverse of a rate where both are short', () => {
  const rates = rated({ USD: '1.25', KWD: '0.4' })
  expect(rateBetween('USD', 'EUR', rates)?.rate).toBe('0.8')
  expect(rateBetween('USD', 'KWD', rates)?.rate).toBe('0.32')
  expect(rateBetween('KWD', 'USD', rates)?.rate).toBe('3.125')
})

const weights = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.integer({ min: 0, max: 999 }).map((thousandths) => `0.${String(thousandths).padStart(3, '0')}`),
  ),
  { minLength: 1, maxLength: 30 },
)

it('shares an amount out to the last minor unit, each part less than one away from its exact share', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (units, given) => {
      const parts = split({ minorUnits: units, currency: 'EUR' }, given)
      expect(sumOf(parts, 'EUR').minorUnits).toBe(units)
      const whole = given.reduce<Big>((sum, weight) => sum.plus(weight), new Big(0))
      parts.forEach((part, index) => {
        const [weight, all] = whole.gt(0) ? [new Big(given[index] as number | string), whole] : [new Big(1), new Big(given.length)]
        expect(all.times(part.minorUnits).minus(weight.times(units)).abs().lt(all)).toBe(true)
        if (whole.gt(0) && weight.eq(0)) expect(part.minorUnits).toBe(0)
      })
    }),
  )
})

it.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [5, ['0.5', '0.25', '0.25'], [3, 1, 1]],
  [7, [0, 0, 0], [3, 2, 2]],
  [1, [0, 3, 3], [0, 1, 0]],
  [0, [2, 1], [0, 0]],
])('shares %i by %j as %j', (units, given, parts) => {
  expect(split({ minorUnits: units, currency: 'EUR' }, given).map((part) => part.minorUnits)).toEqual(parts)
})

it('refuses to share with nobody, or by less than nothing', () => {
  expect(() => split({ minorUnits: 1, currency: 'EUR' }, [])).toThrow(RangeError)
  expect(() => split({ minorUnits: 1, currency: 'EUR' }, [2, -1])).toThrow(RangeError)
})

it('adds amounts of one currency only', () => {
  expect(
    sumOf(
      [
        { minorUnits: 1, currency: 'EUR' },
        { minorUnits: 2, currency: 'EUR' },
      ],
      'EUR',
    ),
  ).toEqual({ minorUnits: 3, currency: 'EUR' })
  expect(() => sumOf([{ minorUnits: 1, currency: 'USD' }], 'EUR')).toThrow('USD is not added to EUR')
})

const orTooLarge = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
