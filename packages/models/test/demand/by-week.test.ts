import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byWeek } from '../../src/demand/by-week.ts'

/** A forecast whose days have these means and spreads to either side, and sums as wide as days that do not know of each other make them. */
const forecast = (days: number[], spread: (day: number) => number) => {
  const upTo = (of: number[]) => of.map((_, day) => of.slice(0, day + 1).reduce((sum, each) => sum + each, 0))
  const totals = upTo(days)
  const squares = upTo(days.map((_, day) => spread(day) ** 2))
  const cumulative = (sign: number) => totals.map((total, day) => Math.max(0, total + sign * Math.sqrt(squares[day] as number)))
  const daily = (sign: number) => days.map((each, day) => Math.max(0, each + sign * spread(day)))
  return {
    mean: days,
    quantiles: { '0.1': daily(-1), '0.5': days, '0.9': daily(1) },
    cumulative: { '0.1': cumulative(-1), '0.5': totals, '0.9': cumulative(1) },
  }
}

describe('Demand by the week', () => {
  it('adds up to what is expected; the first week is as wide as its days together are, and so is one whose days are as wide.', () => {
    const weeks = byWeek(forecast(Array(21).fill(10), () => 3))
    const half = 3 * Math.sqrt(7)
    for (const week of weeks)
      expect(week).toEqual({ mean: 70, p50: 70, p10: expect.closeTo(70 - half, 9), p90: expect.closeTo(70 + half, 9) })
  })

  it('is twice as wide in a week whose days are.', () => {
    const [first, second] = byWeek(forecast(Array(14).fill(10), (day) => (day < 7 ? 1 : 2)))
    expect((second?.p90 ?? 0) - (second?.p50 ?? 0)).toBeCloseTo(2 * ((first?.p90 ?? 0) - (first?.p50 ?? 0)), 9)
  })

  it('leaves out a week that is not whole, and takes days without a spread for certain.', () => {
    expect(byWeek(forecast(Array(13).fill(1), () => 0))).toEqual([{ mean: 7, p10: 7, p50: 7, p90: 7 }])
    expect(byWeek({ mean: [], quantiles: {}, cumulative: {} })).toEqual([])
  })

  it('is in order and never below nothing, whatever is forecast.', () => {
    const units = fc.double({ min: 0, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(fc.array(units, { minLength: 7, maxLength: 60 }), fc.array(units, { minLength: 60, maxLength: 60 }), (means, widths) => {
        const weeks = byWeek(forecast(means, (day) => widths[day] as number))
        for (const { p10, p50, p90 } of weeks) {
          expect(p10).toBeGreaterThanOrEqual(0)
          expect(p50).toBeGreaterThanOrEqual(p10)
          expect(p90).toBeGreaterThanOrEqual(p50)
        }
        const whole = means.slice(0, 7 * Math.floor(means.length / 7)).reduce((sum, each) => sum + each, 0)
        expect(weeks.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(whole, 5)
      }),
    )
  })
})
