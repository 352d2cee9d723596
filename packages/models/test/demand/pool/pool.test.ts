import { describe, expect, it } from 'vitest'
import { methods } from '../../../src/demand/methods/index.ts'
import { chooseSettings } from '../../../src/demand/pool/choose-setting.ts'
import { lossAt, member } from '../../../src/demand/pool/member.ts'
import { putBack, see } from '../../../src/demand/pool/setting.ts'
import { spreadOf } from '../../../src/demand/pool/spread.ts'
import { uncertainty } from '../../../src/demand/pool/uncertainty.ts'
import { weighMethods } from '../../../src/demand/pool/weigh-methods.ts'
import { levels } from '../../../src/demand/series.ts'
import { seeded } from '../../../src/random/seeded.ts'

const waves = (count: number, period: number, seed: number) => {
  const random = seeded(seed)
  return Float64Array.from({ length: count }, (_, at) => 100 + 40 * Math.sin((2 * Math.PI * at) / period) + 10 * random())
}

describe('a member of a pool', () => {
  it('is tested from its last horizon backwards, as far as there is history enough', () => {
    expect(member(waves(60, 12, 1), 12, 6, 4).origins).toEqual([54, 51, 48, 45])
    expect(member(waves(21, 12, 1), 12, 6, 4).origins).toEqual([])
  })

  it('has its errors measured in the usual change over a season', () => {
    const one = member(Float64Array.of(1, 2, 3, 5, 5, 8, 7, 11, 9, 14), 2, 2, 1)
    expect(one.scale).toBeCloseTo((2 + 3 + 2 + 3 + 2 + 3 + 2 + 3) / 8)
    expect(lossAt(one, 8, Float64Array.of(9, 9))).toBeCloseTo(2.5 / one.scale)
  })

  it('that has been negative is lifted', () => {
    expect(member(Float64Array.of(-2, 1, 3), 1, 1, 1).values).toEqual(Float64Array.of(2, 5, 7))
  })
})

describe('a history as a setting sees it', () => {
  const setting = { season: 12, window: 1000 }

  it('does not depend on what came later', () => {
    const values = waves(60, 12, 2)
    const other = values.map((value, at) => (at < 48 ? value : 0))
    expect(see({ values, length: 48, setting })).toEqual(see({ values: other, length: 48, setting }))
  })

  it('gets its season back at the right places', () => {
    const values = waves(58, 12, 3)
    const seen = see({ values, length: 58, setting })
    const flat = putBack(new Float64Array(12).fill(100), seen)
    flat.forEach((value, at) => {
      expect(Math.abs(value - 100 - 40 * Math.sin((2 * Math.PI * (58 + at)) / 12))).toBeLessThan(8)
    })
  })

  it('lets no forecast run away', () => {
    const seen = see({ values: Float64Array.of(10, 12, 11, 14, 13), length: 5, setting: { season: 1, window: 100 } })
    expect(Array.from(putBack(Float64Array.of(1e9, -1e9, Number.NaN), seen))).toEqual([18, 6, 13])
  })
})

it('a pool of days without a named season finds the week, and one without a season none', () => {
  const days = Array.from({ length: 20 }, (_, seed) => member(waves(120, 7, seed), 1, 14, 2))
  for (const { season } of chooseSettings(days, 1, 14)) expect(season).toBe(7)
  const random = seeded(9)
  const noise = Array.from({ length: 20 }, () =>
    member(
      Float64Array.from({ length: 120 }, () => 100 + 20 * random()),
      1,
      14,
      2,
    ),
  )
  for (const { season } of chooseSettings(noise, 1, 14)) expect(season).toBe(1)
})

describe('weights of methods', () => {
  const losses = (factor: (at: number) => number) => Float64Array.from(methods, (_, at) => factor(at))

  it('are those believed beforehand when nothing was tested', () => {
    const weights = weighMethods(
      losses(() => 0),
      0,
    )
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1)
    expect(weights[0]).toBeGreaterThan(weights.at(-1) as number)
  })

  it('go to what did best, the more the more tests say so', () => {
    const last = methods.length - 1
    const better = losses((at) => (at === last ? 0.8 : 1))
    expect(weighMethods(better, 400)[last]).toBeGreaterThan(0.9)
    expect(weighMethods(better, 4)[last]).toBeLessThan(0.5)
  })
})

describe('the spread of errors', () => {
  const misses = (count: number, size: number) => {
    const random = seeded(4)
    return Array.from({ length: count }, () => ({
      errors: Float64Array.from({ length: 6 }, () => size * (random() - 0.5)),
      uncertainty: new Float64Array(6).fill(1),
      scale: 1,
    }))
  }

  it('is the usual one where nothing was tested, and that seen where much was', () => {
    const at95 = levels.indexOf(0.95)
    expect(spreadOf([], 6).single[3]?.[at95]).toBeCloseTo(6)
    expect(Math.abs((spreadOf(misses(2000, 40), 6).single[3]?.[at95] as number) - 18)).toBeLessThan(0.5)
  })

  it('has its quantiles in order around zero', () => {
    for (const rows of Object.values(spreadOf(misses(12, 30), 6)))
      for (const row of rows) {
        expect(Array.from(row)).toEqual(Array.from(row).sort((one, other) => one - other))
        expect(row[levels.indexOf(0.5)]).toBe(0)
      }
  })
})

it('a wild series is more uncertain than a quiet one, in proportion', () => {
  const quiet = waves(60, 12, 5)
  const wild = quiet.map((value) => 1000 + 4 * (value - 100))
  const setting = { season: 1, window: 1000 }
  const of = (values: Float64Array, scale: number) => uncertainty(see({ values, length: 60, setting }), 4, scale)[0] as number
  expect(of(wild, 40) / of(quiet, 10)).toBeGreaterThan(3)
  expect(of(wild, 40) / of(quiet, 10)).toBeLessThan(5)
})
