import { exposureOf, type OpenOrder } from '@lading/models/currency/exposure'
import { comesBackDearer, isBeyondAfter, stayingBeyond } from '@lading/models/currency/stays-beyond'
import type { Rates } from '@lading/shared/money/rates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const on = (date: string, cny: string): Rates => ({ base: 'EUR', rates: { CNY: { rate: cny, date, source: 'ECB' } } })
const orders: OpenOrder[] = [
  { id: 'a', number: 'a', supplier: 'Pearl River Trading', orderedOn: '2026-03-02', open: { minorUnits: 80_000, currency: 'CNY' } },
]
const march = on('2026-03-02', '8')
const known = { own: 'EUR', threshold: 0.05, on: (day: string) => (day === '2026-03-02' ? march : undefined) }

/** Whether it is warned of on the last of these days, by the rates of each. */
const isWarnedOf = (...rates: string[]) => {
  const days = rates.map((rate, at): [string, Rates] => [`2026-04-${String(at + 1).padStart(2, '0')}`, on('2026-04-01', rate)])
  const [, now] = days.at(-1) as [string, Rates]
  return stayingBeyond(exposureOf(orders, { ...known, now }), orders, { ...known, days: days.slice(0, -1) })[0]?.isBeyond
}

describe('A currency that got dearer', () => {
  it('is warned of from the threshold on, and until it is well below it.', () => {
    // 8 a euro when it was ordered: 7.6 is 5.3 % dearer, 7.66 is 4.4 %, 7.75 is 3.2 %.
    expect(isWarnedOf('7.66')).toBe(false)
    expect(isWarnedOf('7.6')).toBe(true)
    expect(isWarnedOf('7.6', '7.66', '7.65', '7.66')).toBe(true)
    expect(isWarnedOf('7.6', '7.75', '7.66')).toBe(false)
    expect(isWarnedOf('7.75', '7.66', '7.65')).toBe(false)
  })

  it('does not come and go while it wavers about the threshold.', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.0401, max: 0.0499, noNaN: true })), fc.boolean(), (changes, before) => {
        expect(changes.reduce((beyond, change) => isBeyondAfter(beyond, change, 0.05), before)).toBe(before)
      }),
    ))

  it('that was set aside comes back when it is much dearer than it was then.', () => {
    expect(comesBackDearer(0.06, 0.08, 0.05)).toBe(false)
    expect(comesBackDearer(0.06, 0.085, 0.05)).toBe(true)
    expect(comesBackDearer(0.06, null, 0.05)).toBe(false)
  })

  it('is not warned of where nothing is known of it.', () => {
    expect(isBeyondAfter(true, null, 0.05)).toBe(false)
  })
})
