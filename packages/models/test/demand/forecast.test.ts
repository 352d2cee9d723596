import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast, forecastMany } from '../../src/demand/forecast.ts'
import { sayReason } from '../../src/demand/say-reason.ts'
import { type DemandForecast, type DemandSeries, levels } from '../../src/demand/series.ts'
import { seeded } from '../../src/random/seeded.ts'

const range = (count: number) => Array.from({ length: count }, (_, at) => at)

/** Level 100, a season of a third, and noise of the given size. */
const seasonal = (count: number, period: number, noise: number, seed = 1) => {
  const random = seeded(seed)
  return range(count).map((at) => 100 * (1 + Math.sin((2 * Math.PI * at) / period) / 3) + noise * (random() + random() - 1))
}

const expectSane = ({ point, mean, quantiles, cumulative }: DemandForecast, horizon: number) => {
  expect(point).toHaveLength(horizon)
  for (const value of [...point, ...mean]) expect(value).toBeGreaterThanOrEqual(0)
  for (const of of [quantiles, cumulative]) {
    for (const at of range(horizon)) {
      const row = levels.map((level) => of[level]?.[at] as number)
      for (const value of row) expect(Number.isFinite(value)).toBe(true)
      expect(row).toEqual([...row].sort((one, other) => one - other))
    }
  }
  for (const level of levels) expect(cumulative[level]).toEqual([...(cumulative[level] as number[])].sort((one, other) => one - other))
}

const anySeries: fc.Arbitrary<DemandSeries> = fc
  .record({
    values: fc.array(
      fc.oneof(fc.constant(0), fc.constant(Number.NaN), fc.nat(20), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(7)),
      { minLength: 1, maxLength: 40 },
    ),
    period: fc.constantFrom(1, 4, 7, 12),
    horizon: fc.integer({ min: 1, max: 6 }),
    driven: fc.boolean(),
  })
  .map(({ values, period, horizon, driven }) => ({
    values,
    period,
    horizon,
    ...(driven && { regressors: [values.map((_, at) => Number(at % 3 === 0))], futureRegressors: [range(horizon).map((at) => at % 2)] }),
  }))

describe('forecast', () => {
  it('has quantiles in order, finite and never negative, whatever the history', () => {
    fc.assert(
      fc.property(fc.array(anySeries, { minLength: 1, maxLength: 3 }), (series) => {
        forecastMany(series).forEach((one, at) => {
          expectSane(one, (series[at] as DemandSeries).horizon)
        })
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  it('repeats what never changes, with a narrow margin', () => {
    const { point, quantiles } = forecast({ values: new Array(30).fill(42.5), period: 12, horizon: 3 })
    for (const value of point) expect(value).toBeCloseTo(42.5, 3)
    expect(quantiles[0.99]?.[2]).toBeCloseTo(42.5, 1)
  })

  it('is the same in whatever unit', () => {
    const values = seasonal(60, 12, 30)
    const one = forecast({ values, period: 12, horizon: 6 })
    // A power of two, so that rounding is the same as well.
    const other = forecast({ values: values.map((value) => value * 1024), period: 12, horizon: 6 })
    for (const level of levels) {
      other.quantiles[level]?.forEach((value, at) => {
        expect(value / 1024).toBeCloseTo(one.quantiles[level]?.[at] as number, 6)
      })
    }
  })

  it('does not depend on the order of the series', () => {
    const series = range(6).map((seed) => ({ values: seasonal(50, 12, 20, seed), period: 12, horizon: 4 }))
    const forward = forecastMany(series)
    const backward = forecastMany([...series].reverse()).reverse()
    forward.forEach(({ point }, at) => {
      point.forEach((value, step) => {
        expect(backward[at]?.point[step]).toBeCloseTo(value, 6)
      })
    })
  })

  it('finds a yearly season in weeks that nobody named', () => {
    const series = range(12).map((seed) => ({ values: seasonal(220 + seed, 52, 10, seed), period: 1, horizon: 13 }))
    forecastMany(series).forEach(({ season, point }, seed) => {
      expect(season).toBe(52)
      point.forEach((value, at) => {
        expect(Math.abs(value - 100 * (1 + Math.sin((2 * Math.PI * (220 + seed + at)) / 52) / 3))).toBeLessThan(12)
      })
    })
  })

  it('covers about as much as it claims', () => {
    const series = range(60).map((seed) => {
      const all = seasonal(66 + (seed % 12), 12, 30, seed + 100).slice(seed % 12)
      return { values: all.slice(0, 60), period: 12, horizon: 6, future: all.slice(60) }
    })
    const inside = forecastMany(series).flatMap(({ quantiles }, at) =>
      (series[at] as (typeof series)[number]).future.map(
        (actual, step) => actual >= (quantiles[0.1]?.[step] as number) && actual <= (quantiles[0.9]?.[step] as number),
      ),
    )
    const share = inside.filter(Boolean).length / inside.length
    expect(share).toBeGreaterThan(0.72)
    expect(share).toBeLessThan(0.88)
  })

  it('takes periods out of stock for unknown, not for zero', () => {
    const values = seasonal(72, 12, 10)
    const gaps = values.map((value, at) => (at > 50 && at < 57 ? Number.NaN : value))
    const zeros = values.map((value, at) => (at > 50 && at < 57 ? 0 : value))
    const total = (of: number[]) => forecast({ values: of, period: 12, horizon: 12 }).point.reduce((sum, value) => sum + value, 0)
    expect(Math.abs(total(gaps) / total(values) - 1)).toBeLessThan(0.05)
    expect(total(zeros)).toBeLessThan(total(gaps))
  })

  it('counts what is asked for now and then', () => {
    const now = forecast({ values: [0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4], period: 12, horizon: 3 })
    expect(now.class).toBe('intermittent')
    expect(now.method).toBe('negative binomial')
  })

  it('bears negative values, such as returns beyond sales', () => {
    const values = seasonal(40, 12, 20).map((value) => value - 110)
    const { point, quantiles } = forecast({ values, period: 12, horizon: 4 })
    for (const value of [...point, ...(quantiles[0.01] as number[])]) expect(Number.isFinite(value)).toBe(true)
    expect(quantiles[0.01]?.[0]).toBeLessThan(0)
  })

  it('says what it rests on', () => {
    const { method, reasons, tested } = forecast({ values: seasonal(60, 12, 5), period: 12, horizon: 3 })
    expect(method).toContain('theta')
    expect(reasons).toContainEqual({ code: 'season', values: { periods: 12 } })
    const shares = reasons.flatMap(({ code, values }) => (code === 'method' ? Number(values.share) : []))
    expect(shares.length).toBeGreaterThan(0)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(0.8)
    expect(reasons.map(sayReason)).toContain('follows a season of 12 periods')
    expect(tested?.tests).toBe(4)
    expect(tested?.scaledError).toBeGreaterThan(0)
    expect(forecast({ values: [3.5, 4], period: 12, horizon: 3 }).tested).toBeUndefined()
  })
})
