import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastNaive } from '../../src/demand/naive.ts'
import { levels } from '../../src/demand/series.ts'
import { seeded } from '../../src/random/seeded.ts'

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const weeks = (...starts: number[]) => starts.flatMap((start) => Array.from({ length: 7 }, (_, day) => start + day))

describe('The naive rule of daily demand', () => {
  it('says of a day the same weekday before, and of so many weeks what as many weeks before sold.', () => {
    const values = weeks(10, 20, 30, 40)
    const { point, cumulative } = forecastNaive(values, 28)
    expect(point.slice(0, 7)).toEqual(weeks(40))
    expect(point.slice(7, 14)).toEqual(weeks(30))
    for (const count of [1, 2, 3, 4]) expect(cumulative[0.5]?.[7 * count - 1]).toBe(sum(values.slice(-7 * count)))
  })

  it('has quantiles in order, none below nothing, and never needs less over more days; it does not mind unknown days.', () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 60 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) })
    fc.assert(
      fc.property(fc.array(value, { minLength: 7, maxLength: 220 }), fc.integer({ min: 1, max: 90 }), (values, horizon) => {
        const { quantiles, cumulative, point } = forecastNaive(values, horizon)
        for (const kept of [quantiles, cumulative])
          for (let day = 0; day < horizon; day++) {
            const row = levels.map((level) => kept[level]?.[day] as number)
            expect(row).toEqual(row.toSorted((one, other) => one - other))
            expect(row[0]).toBeGreaterThanOrEqual(0)
            expect(row.every(Number.isFinite)).toBe(true)
          }
        for (const level of levels) {
          const needed = cumulative[level] as number[]
          expect(needed).toEqual(needed.toSorted((one, other) => one - other))
        }
        expect(point).toHaveLength(horizon)
      }),
      { numRuns: 60 },
    )
  })

  it('claims what it keeps: about four in five of what comes lies between its first and last decile.', () => {
    const random = seeded(7)
    let [inside, all] = [0, 0]
    for (let series = 0; series < 60; series++) {
      const values = Array.from({ length: 420 }, (_, day) => Math.round(20 + 8 * Math.sin((2 * Math.PI * day) / 7) + 14 * random()))
      const { cumulative } = forecastNaive(values.slice(0, 392), 28)
      for (const days of [1, 7, 28]) {
        const actual = sum(values.slice(392, 392 + days))
        all++
        if (actual >= (cumulative[0.1]?.[days - 1] ?? 0) && actual <= (cumulative[0.9]?.[days - 1] ?? 0)) inside++
      }
    }
    expect(inside / all).toBeGreaterThan(0.7)
    expect(inside / all).toBeLessThan(0.9)
  })

  it('gets less sure the further ahead, also beyond what its history can show.', () => {
    const random = seeded(3)
    const values = Array.from({ length: 70 }, () => Math.round(10 + 10 * random()))
    const { cumulative } = forecastNaive(values, 90)
    const width = (days: number) => (cumulative[0.9]?.[days - 1] ?? 0) - (cumulative[0.1]?.[days - 1] ?? 0)
    expect(width(28)).toBeGreaterThan(width(7))
    expect(width(90)).toBeGreaterThan(width(28))
  })
})
