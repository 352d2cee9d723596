import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byWeek } from '../../src/demand/by-week.ts'

/** A forecast whose days have these means, and deciles so far apart in each direction as their sum so far says. */
const forecast = (days: number[], width: (total: number, day: number) => number) => {
  const totals = days.map((_, day) => days.slice(0, day + 1).reduce((sum, each) => sum + each, 0))
  const level = (sign: number) => totals.map((total, day) => Math.max(0, total + sign * width(total, day)))
  return { mean: days, cumulative: { '0.1': level(-1), '0.5': totals, '0.9': level(1) } }
}

describe('Demand by the week', () => {
  it('adds up to what is expected, and the first week is as wide as its days together are.', () => {
    const weeks = byWeek(forecast(Array(21).fill(10), (_, day) => 3 * Math.sqrt(day + 1)))
    expect(weeks.map(({ mean, p50 }) => [mean, p50])).toEqual(Array(3).fill([70, 70]))
    expect(weeks[0]?.p10).toBeCloseTo(70 - 3 * Math.sqrt(7), 9)
    // Days that do not know of each other: every week is as wide as the first.
    for (const { p10, p90 } of weeks)
      expect([p10, p90]).toEqual([expect.closeTo(70 - 3 * Math.sqrt(7), 9), expect.closeTo(70 + 3 * Math.sqrt(7), 9)])
  })

  it('leaves out a week that is not whole.', () => {
    expect(byWeek(forecast(Array(13).fill(1), () => 0))).toHaveLength(1)
    expect(byWeek({ mean: [], cumulative: {} })).toEqual([])
  })

  it('is in order and never below nothing, whatever is forecast.', () => {
    const days = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 7, maxLength: 60 })
    fc.assert(
      fc.property(days, fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 60, maxLength: 60 }), (means, widths) => {
        const of = forecast(means, (_, day) => widths[day] as number)
        for (const { p10, p50, p90 } of byWeek(of)) {
          expect(p10).toBeGreaterThanOrEqual(0)
          expect(p50).toBeGreaterThanOrEqual(p10)
          expect(p90).toBeGreaterThanOrEqual(p50)
        }
        expect(byWeek(of).reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(
          means.slice(0, 7 * Math.floor(means.length / 7)).reduce((sum, each) => sum + each, 0),
          5,
        )
      }),
    )
  })
})
