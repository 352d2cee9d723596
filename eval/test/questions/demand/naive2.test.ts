import { expect, it } from 'vitest'
import { naive2, seasonalNaive } from '../../../src/questions/demand/baselines/naive2.ts'

const series = (train: number[], period: number, horizon: number) => ({
  id: 'a',
  group: '',
  period,
  horizon,
  train: Float64Array.from(train),
  test: new Float64Array(horizon),
  regressors: [],
  futureRegressors: [],
})

const quarters = Array.from({ length: 20 }, (_, at) => 100 * ([0.5, 1, 1.5, 1][at % 4] as number))

it('repeats the last value with the season that the test finds', () => {
  const forecast = naive2(series(quarters.slice(0, 18), 4, 4))
  ;[150, 100, 50, 100].forEach((value, at) => {
    expect(forecast[at]).toBeCloseTo(value)
  })
})

it('sees no season in fewer than three', () => {
  expect(Array.from(naive2(series(quarters.slice(0, 10), 4, 2)))).toEqual([100, 100])
})

it('repeats the last season, or the last value where there is none', () => {
  expect(Array.from(seasonalNaive(series([1, 2, 3, 4, 5], 2, 3)))).toEqual([4, 5, 4])
  expect(Array.from(seasonalNaive(series([1, Number.NaN], 4, 4)))).toEqual([1, 1, 1, 1])
})
