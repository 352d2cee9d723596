import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseRules } from '../../../src/demand/count/choose-rules.ts'
import { forecastCounts } from '../../../src/demand/count/forecast-counts.ts'
import { writeQuantiles } from '../../../src/demand/count/lead-time-quantiles.ts'
import { type DemandSeries, levels } from '../../../src/demand/series.ts'
import { negativeBinomial } from '../../../src/distribution/negative-binomial.ts'
import { seeded } from '../../../src/random/seeded.ts'

const counts = (values: number[], horizon = 4): DemandSeries => ({ values, period: 12, horizon })
const histories = fc.array(
  fc
    .array(fc.oneof(fc.constant(0), fc.constant(0), fc.nat(9), fc.constant(Number.NaN)), { minLength: 1, maxLength: 40 })
    .map((values) => counts(values)),
  { minLength: 1, maxLength: 6 },
)

const poissonDraw = (random: () => number, mean: number) => {
  let [k, product] = [0, random()]
  while (product > Math.exp(-mean)) {
    k++
    product *= random()
  }
  return k
}

describe('forecasts of counts', () => {
  it('have quantiles in order, whole numbers, and never less for a longer lead time', () => {
    fc.assert(
      fc.property(histories, (series) => {
        for (const { quantiles, cumulative, mean } of forecastCounts(series)) {
          expect(mean.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
          for (const [i, level] of levels.entries()) {
            const sums = cumulative[level] as number[]
            expect(sums[0]).toBe(quantiles[level]?.[0])
            expect(sums.every((sum, at) => Number.isInteger(sum) && sum >= (sums[at - 1] ?? 0))).toBe(true)
            if (i > 0) expect(sums.every((sum, at) => sum >= (cumulative[levels[i - 1] as number]?.[at] as number))).toBe(true)
          }
        }
      }),
    )
  })

  it('do not depend on the order of the series', () => {
    fc.assert(
      fc.property(histories, (series) => {
        expect(forecastCounts(series.toReversed())).toEqual(forecastCounts(series).toReversed())
      }),
    )
  })

  it('expect nothing of what was never asked for', () => {
    const [forecast] = forecastCounts([counts(new Array(24).fill(0))])
    expect(forecast?.mean).toEqual([0, 0, 0, 0])
    expect(forecast?.cumulative[0.99]).toEqual([0, 0, 0, 0])
  })

  it('pass over periods of which nothing is known: out of stock is not out of demand', () => {
    const [known] = forecastCounts([counts([2, 1, 3, 2, 2, 1, 3, 2, 2, 2])])
    const [gaps] = forecastCounts([counts([2, 1, 3, Number.NaN, Number.NaN, 2, 2, 1, 3, 2, 2, 2])])
    expect(gaps?.mean).toEqual(known?.mean)
  })

  it('keep to the mean of all history where demand is steady, and follow it where it moves', () => {
    const random = seeded(7)
    const steady = Array.from({ length: 60 }, () =>
      counts(
        Array.from({ length: 48 }, () => poissonDraw(random, 0.4)),
        3,
      ),
    )
    const dying = Array.from({ length: 60 }, () =>
      counts(
        Array.from({ length: 48 }, (_, at) => poissonDraw(random, 3 * 0.93 ** at)),
        3,
      ),
    )
    expect(chooseRules(steady, 3).every(({ recent }) => recent === 0)).toBe(true)
    expect(chooseRules(dying, 3).every(({ recent }) => recent > 0)).toBe(true)
  })

  it('hold what they say of a lead time: nine in ten sums at or below the 90 % quantile, with what whole numbers add', () => {
    const random = seeded(11)
    const lines = Array.from({ length: 400 }, () => Array.from({ length: 39 }, () => poissonDraw(random, 4)))
    const forecasts = forecastCounts(lines.map((line) => counts(line.slice(0, 36), 3)))
    const below = lines.filter((line, i) => {
      const sum = line.slice(36).reduce((total, each) => total + each, 0)
      return sum <= (forecasts[i]?.cumulative[0.9]?.[2] as number)
    })
    expect(below.length / lines.length).toBeGreaterThan(0.87)
    expect(below.length / lines.length).toBeLessThan(0.96)
  })
})

it('Quantiles read on the fly are those of the distribution.', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), fc.double({ min: 1.01, max: 9, noNaN: true }), (mean, over) => {
      const read = writeQuantiles(mean, mean * over, levels, new Float64Array(levels.length))
      expect([...read]).toEqual(levels.map(negativeBinomial(mean, mean * over).quantile))
    }),
  )
})
