import { describe, expect, it } from 'vitest'
import { measure, scaleOf } from '../../../src/questions/demand/measures.ts'
import type { TestSeries } from '../../../src/questions/demand/read-series.ts'

const series = (train: number[], test: number[], period = 1): TestSeries => ({
  id: 'a',
  group: 'g',
  period,
  horizon: test.length,
  train: Float64Array.from(train),
  test: Float64Array.from(test),
  regressors: [],
  futureRegressors: [],
})

describe('the measures of demand', () => {
  it('are those of the M4 competition for a point', () => {
    const one = series([1, 3, 2, 4], [4, 8])
    const measured = measure([one], [{ point: [6, 6] }], { smape: 50, mase: 2 })
    expect(measured.smape).toBeCloseTo((200 * (2 / 10 + 2 / 14)) / 2)
    expect(measured.mase).toBeCloseTo(2 / (5 / 3))
    expect(measured.bias).toBeCloseTo(0)
    expect(measured.owa).toBeCloseTo(((measured.smape as number) / 50 + (measured.mase as number) / 2) / 2)
  })

  it('leave out periods without an outcome, and series whose history never changes', () => {
    const measured = measure([series([1, 3], [4, Number.NaN]), series([5, 5], [6, 7])], [{ point: [2, 9] }, { point: [0, 0] }])
    expect(measured.mase).toBeCloseTo(1)
  })

  it('take the change over a season as the yardstick, or over a period where that is zero', () => {
    expect(scaleOf(Float64Array.of(1, 2, 4, 6), 2, 1)).toBeCloseTo(3.5)
    expect(scaleOf(Float64Array.of(1, 2, 1, 2), 2, 1)).toBeCloseTo(1)
    expect(scaleOf(Float64Array.of(1, Number.NaN, 3, 4), 1, 1)).toBeCloseTo(1)
  })

  it('say what share of the outcomes lies within the middle 80 and 95 %', () => {
    const constant = (value: number) => [value, value, value, value]
    const quantiles = {
      0.01: constant(0),
      0.025: constant(1),
      0.1: constant(2),
      0.5: constant(5),
      0.9: constant(8),
      0.95: constant(8.5),
      0.975: constant(9),
    }
    const measured = measure([series([1, 2], [1, 2, 8, 10])], [{ quantiles }])
    expect(measured.coverage80).toBeCloseTo(0.5)
    expect(measured.coverage95).toBeCloseTo(0.75)
    expect(measured.below95).toBeCloseTo(0.75)
    expect(measured.spl50).toBeCloseTo((4 + 3 + 3 + 5) / 2 / 4)
  })

  it('judge the sum over three periods, per period, of counts only', () => {
    const cumulative = Object.fromEntries([0.5, 0.8, 0.9, 0.95, 0.99].map((level) => [level, [1, 2, 4]]))
    const measured = measure([series([0, 2], [1, 0, 2])], [{ cumulative }])
    expect(measured.cum3Pinball).toBeCloseTo((0.5 + 0.2 + 0.1 + 0.05 + 0.01) / 5 / 3 / 2)
    expect(measured.cum3Coverage95).toBe(1)
    expect(measure([series([0, 2.5], [1, 0, 2])], [{ cumulative }]).cum3Pinball).toBeUndefined()
  })
})
