import { describe, expect, it } from 'vitest'
import { centredAverage } from '../../../src/demand/season/centred-average.ts'
import { isSeasonal } from '../../../src/demand/season/is-seasonal.ts'
import { multiplicativeIndices } from '../../../src/demand/season/multiplicative-indices.ts'
import { seasonOf } from '../../../src/demand/season/season-of.ts'
import { ownSeason, sharedSeasons } from '../../../src/demand/season/shrink-season.ts'
import { seeded } from '../../../src/random/seeded.ts'

const quarters = [0.6, 1, 1.4, 1]
const noisy = (count: number, noise: number, seed: number, shape = quarters) => {
  const random = seeded(seed)
  return Float64Array.from(
    { length: count },
    (_, at) => 50 * (shape[at % shape.length] as number) * (1 + noise * (random() + random() - 1)),
  )
}

describe('seasons', () => {
  it('are averaged out by an even period with half weights at the ends', () => {
    expect(Array.from(centredAverage([1, 2, 3, 4, 5, 6], 0, 6, 4))).toEqual([Number.NaN, Number.NaN, 3, 4, Number.NaN, Number.NaN])
    expect(Array.from(centredAverage([9, 1, 2, 3, 9], 1, 4, 3))).toEqual([Number.NaN, 2, Number.NaN])
  })

  it('are found by the test of M4 when they repeat, and not in chance', () => {
    expect(isSeasonal(noisy(40, 0.1, 1), 4)).toBe(true)
    expect(isSeasonal(noisy(40, 1, 2, [1, 1, 1, 1]), 4)).toBe(false)
  })

  it('are split off exactly when there is nothing else', () => {
    Array.from(multiplicativeIndices(noisy(20, 0, 1), 4)).forEach((index, at) => {
      expect(index).toBeCloseTo(quarters[at] as number, 6)
    })
    // By distance from the end: the last value is the fourth quarter.
    const season = seasonOf(noisy(20, 0, 1), 0, 20, 4)
    expect(Array.from(ownSeason(season as NonNullable<typeof season>), (index) => Number(index.toFixed(6)))).toEqual([1, 1.4, 1, 0.6])
  })

  it('come out close to none where there is none', () => {
    const season = seasonOf(noisy(48, 0.6, 5, new Array(12).fill(1)), 0, 48, 12)
    for (const index of ownSeason(season as NonNullable<typeof season>)) expect(Math.abs(index - 1)).toBeLessThan(0.12)
  })

  it('are told by two seasons at least', () => {
    expect(seasonOf(noisy(9, 0, 1), 0, 9, 4)).toBeUndefined()
  })

  it('that belong together come closer to the truth when they learn from each other', () => {
    const seasons = Array.from(
      { length: 30 },
      (_, seed) => seasonOf(noisy(24, 0.8, seed + 1), 0, 24, 4) as NonNullable<ReturnType<typeof seasonOf>>,
    )
    const truth = [1, 1.4, 1, 0.6]
    const wrong = (all: Float64Array[]) =>
      all.reduce((sum, indices) => sum + indices.reduce((total, index, at) => total + (index - (truth[at] as number)) ** 2, 0), 0)
    expect(wrong(sharedSeasons(seasons))).toBeLessThan(0.7 * wrong(seasons.map(ownSeason)))
  })

  it('that have nothing in common are left to themselves', () => {
    const shapes = [
      [0.6, 1, 1.4, 1],
      [1, 0.6, 1, 1.4],
      [1.4, 1, 0.6, 1],
      [1, 1.4, 1, 0.6],
    ]
    const seasons = shapes.map((shape, seed) => seasonOf(noisy(24, 0.2, seed, shape), 0, 24, 4) as NonNullable<ReturnType<typeof seasonOf>>)
    expect(sharedSeasons(seasons)).toEqual(seasons.map(ownSeason))
  })
})
