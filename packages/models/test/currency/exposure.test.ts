import { exposureOf, type OpenOrder } from '@lading/models/currency/exposure'
import type { Rates } from '@lading/shared/money/rates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const on = (date: string, rates: Record<string, string>): Rates => ({
  base: 'EUR',
  rates: Object.fromEntries(Object.entries(rates).map(([currency, rate]) => [currency, { rate, date, source: 'ECB' }])),
})
const order = (number: string, minorUnits: number, currency: string, orderedOn: string): OpenOrder => ({
  ...{ id: number, number, supplier: 'Pearl River Trading', orderedOn },
  open: { minorUnits, currency },
})
const march = on('2026-03-02', { CNY: '8', USD: '1.25', JPY: '160' })
const now = on('2026-04-13', { CNY: '7.5', USD: '1.25', JPY: '200' })
const known = { own: 'EUR', now, on: (day: string) => (day === '2026-03-02' ? march : undefined), threshold: 0.05 }

describe('What is open in other currencies', () => {
  it('is told per currency: what it was worth when it was ordered, what it is worth now, what got dearer most first.', () => {
    const exposure = exposureOf(
      [
        order('a', 160_000, 'JPY', '2026-03-02'),
        order('b', 80_000, 'CNY', '2026-03-02'),
        order('c', 40_000, 'CNY', '2026-03-02'),
        order('d', 99, 'EUR', '2026-03-02'),
        order('e', 12_500, 'USD', '2026-03-02'),
      ],
      known,
    )
    expect(exposure.map(({ orders, ...rest }) => ({ ...rest, orders: orders.map(({ number }) => number) }))).toEqual([
      {
        currency: 'CNY',
        open: { minorUnits: 120_000, currency: 'CNY' },
        worthThen: { minorUnits: 15_000, currency: 'EUR' },
        worthNow: { minorUnits: 16_000, currency: 'EUR' },
        ...{ change: 0.066667, isBeyond: true, since: '2026-03-02', unknown: 0, orders: ['b', 'c'] },
      },
      {
        currency: 'USD',
        open: { minorUnits: 12_500, currency: 'USD' },
        worthThen: { minorUnits: 10_000, currency: 'EUR' },
        worthNow: { minorUnits: 10_000, currency: 'EUR' },
        ...{ change: 0, isBeyond: false, since: '2026-03-02', unknown: 0, orders: ['e'] },
      },
      {
        currency: 'JPY',
        open: { minorUnits: 160_000, currency: 'JPY' },
        worthThen: { minorUnits: 100_000, currency: 'EUR' },
        worthNow: { minorUnits: 80_000, currency: 'EUR' },
        // Cheaper is no reason to warn.
        ...{ change: -0.2, isBeyond: false, since: '2026-03-02', unknown: 0, orders: ['a'] },
      },
    ])
  })

  it('without a rate is told as unknown, and counts in nothing but what is open.', () => {
    const [cny, vnd] = exposureOf(
      [order('old', 1_000, 'CNY', '2020-01-01'), order('new', 80_000, 'CNY', '2026-03-02'), order('v', 1_000_000, 'VND', '2026-03-02')],
      known,
    )
    expect(cny).toMatchObject({
      ...{
        open: { minorUnits: 81_000 },
        worthThen: { minorUnits: 10_000 },
        worthNow: { minorUnits: 10_667 },
        since: '2020-01-01',
        unknown: 1,
      },
      orders: [{ number: 'old', worthThen: null, worthNow: { minorUnits: 133 }, change: null }, { number: 'new' }],
    })
    expect(vnd).toMatchObject({ worthThen: null, worthNow: null, change: null, isBeyond: false, unknown: 1 })
  })

  it('is warned of from the threshold on, and not before.', () => {
    const beyond = (threshold: number) => exposureOf([order('b', 80_000, 'CNY', '2026-03-02')], { ...known, threshold })[0]?.isBeyond
    expect([0.06, 0.0667, 0.0668].map(beyond)).toEqual([true, true, false])
  })

  it('loses no order and no minor unit, whatever it is of.', () => {
    const someOrder = fc.record({
      units: fc.integer({ min: 1, max: 1e9 }),
      currency: fc.constantFrom('CNY', 'USD', 'JPY', 'VND'),
      day: fc.constantFrom('2026-03-02', '2026-03-03'),
    })
    fc.assert(
      fc.property(fc.array(someOrder, { maxLength: 30 }), (given) => {
        const orders = given.map(({ units, currency, day }, at) => order(String(at), units, currency, day))
        const exposure = exposureOf(orders, known)
        expect(exposure.flatMap((each) => each.orders.map(({ number }) => number)).toSorted()).toEqual(
          orders.map(({ number }) => number).toSorted(),
        )
        for (const { currency, open, orders: its, unknown } of exposure) {
          expect(open.minorUnits).toBe(given.filter((one) => one.currency === currency).reduce((sum, { units }) => sum + units, 0))
          expect(its.filter(({ worthThen, worthNow }) => !worthThen || !worthNow)).toHaveLength(unknown)
        }
      }),
    )
  })
})
