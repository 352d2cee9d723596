import { describe, expect, it } from 'vitest'
import { driverScales } from '../../../src/demand/drivers/driven-series.ts'
import { effectsOf, factorAt } from '../../../src/demand/drivers/effects.ts'
import { forecastMany } from '../../../src/demand/forecast.ts'
import { seeded } from '../../../src/random/seeded.ts'

const range = (count: number) => Array.from({ length: count }, (_, at) => at)
const promoted = (at: number) => Number(at % 17 < 4)

/** About ten a day, thirty when promoted. */
const sales = (count: number, seed: number) => {
  const random = seeded(seed)
  return range(count).map((at) => Math.round((promoted(at) ? 30 : 10) * (0.7 + 0.6 * random())))
}

const series = (seed: number) => ({
  values: sales(200, seed),
  period: 7,
  horizon: 14,
  regressors: [range(200).map(promoted)],
  futureRegressors: [range(14).map((at) => promoted(200 + at))],
  group: 'biscuits',
})

describe('demand that promotions drive', () => {
  it('is high when there will be a promotion, and low when not', () => {
    for (const { point, quantiles } of forecastMany(range(4).map(series))) {
      point.forEach((value, at) => {
        expect(Math.abs(value / (promoted(200 + at) ? 30 : 10) - 1)).toBeLessThan(0.25)
        expect(quantiles[0.95]?.[at]).toBeGreaterThan(value)
      })
    }
  })

  it('moves by a factor that is learnt, and borrowed from the group where a series has never been promoted', () => {
    const pool = [1, 2, 3].map((seed) => ({
      values: Float64Array.from(sales(200, seed)),
      drivers: [Float64Array.from(range(200), promoted)],
      group: 'g',
    }))
    const fresh = { values: Float64Array.from(range(30), () => 10), drivers: [new Float64Array(30)], group: 'g' }
    const all = [...pool, fresh]
    const scales = driverScales(all)
    const factors = effectsOf(all, 7, scales).map((effects) => factorAt([Float64Array.of(1)], 0, effects, scales))
    for (const factor of factors) expect(Math.abs(factor / 3 - 1)).toBeLessThan(0.2)
  })

  it('makes nothing of a driver that never changes', () => {
    const idle = { ...series(1), regressors: [new Array(200).fill(1)], futureRegressors: [new Array(14).fill(1)] }
    const [one] = forecastMany([idle])
    for (const value of one?.point ?? []) expect(Number.isFinite(value)).toBe(true)
  })
})
