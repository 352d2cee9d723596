import {
  calibrateWhole,
  howLongTheyStood,
  type ScoredWhole,
  tellWhole,
  type WholeArrivals,
  wholesBy,
} from '@lading/models/arrival/whole-arrivals'
import { standardQuantile } from '@lading/models/distribution/normal'
import { type HoursQuantiles, hourMs } from '@lading/models/duration/journey'
import { hoursAt } from '@lading/models/duration/stage-hours'
import { seeded } from '@lading/models/random/seeded'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const hours = fc.double({ min: 0.1, max: 500, noNaN: true })
const quantiles = fc.tuple(hours, hours, hours).map(([a, b, c]): HoursQuantiles => ({ p10: a, p50: a + b, p90: a + b + c }))
const outcomes = fc.array(fc.tuple(quantiles, hours), { maxLength: 60 })
const told = (list: [HoursQuantiles, number][], mode = 'sea') => {
  const wholes: WholeArrivals = {}
  for (const [at, [its, actualHours]] of list.entries())
    tellWhole(wholes, { mode, hours: its, journey: `${at}`, madeAtMs: 0, stoodHours: 1, actualHours })
  return wholes
}

describe('a whole arrival time', () => {
  test('stays as it was added up while nothing has come true.', () => {
    fc.assert(
      fc.property(quantiles, (its) => {
        const { hours: after, chanceOf } = calibrateWhole({}, { mode: 'sea', hours: its })
        for (const level of ['p10', 'p50', 'p90'] as const) expect(after[level]).toBeCloseTo(its[level], 4)
        expect(chanceOf(0.37)).toBeCloseTo(0.37, 4)
      }),
    )
  })

  test('keeps its quantiles in order and not below nothing, whatever came true; probabilities rise and stay probabilities.', () => {
    fc.assert(
      fc.property(quantiles, outcomes, (its, list) => {
        const { hours: after, chanceOf } = calibrateWhole(told(list), { mode: 'sea', hours: its })
        expect(after.p10).toBeGreaterThanOrEqual(0)
        expect(after.p10).toBeLessThanOrEqual(after.p50)
        expect(after.p50).toBeLessThanOrEqual(after.p90)
        const chances = [0, 0.01, 0.1, 0.3, 0.5, 0.8, 0.99, 1].map(chanceOf)
        expect(chances).toEqual(chances.toSorted((one, other) => one - other))
        expect(chances[0]).toBe(0)
        expect(chances.at(-1)).toBe(1)
      }),
    )
  })

  // In the middle of its horizon.
  const claims: HoursQuantiles = { p10: 9, p50: 12, p90: 18 }
  const truth = (random: () => number, factor: number) =>
    hoursAt(claims, factor * standardQuantile(Math.min(0.999, Math.max(0.001, random()))))

  test.each([0.4, 1.8])('comes to cover what it claims where the truth is %d times as far off.', (factor) => {
    const random = seeded(5)
    const wholes = told(Array.from({ length: 150 }, () => [claims, truth(random, factor)]))
    const { hours: after, chanceOf } = calibrateWhole(wholes, { mode: 'sea', hours: claims })
    const tested = Array.from({ length: 2_000 }, () => truth(random, factor))
    const share = (is: (actual: number) => boolean) => tested.filter(is).length / tested.length
    const inside = (its: HoursQuantiles) => share((actual) => actual >= its.p10 && actual <= its.p90)
    expect(Math.abs(inside(claims) - 0.8)).toBeGreaterThan(0.15)
    expect(Math.abs(inside(after) - 0.8)).toBeLessThan(0.1)
    // Whoever was promised the P90 as it was added up.
    expect(chanceOf(0.9)).toBeCloseTo(
      share((actual) => actual <= claims.p90),
      1,
    )
  })

  test('moves its middle where the truth has always been late, little after few and more after many.', () => {
    const middleAfter = (many: number) =>
      calibrateWhole(told(Array.from({ length: many }, () => [claims, 17])), { mode: 'sea', hours: claims }).hours.p50
    expect(middleAfter(3)).toBeLessThan(15)
    expect(middleAfter(3)).toBeGreaterThan(12)
    expect(Math.abs(middleAfter(150) - 17)).toBeLessThan(0.7)
  })

  test('learns of other modes what it does not know of its own, and of other horizons nothing.', () => {
    const wholes = told(
      Array.from({ length: 100 }, () => [claims, 17]),
      'sea',
    )
    const middle = (mode: string, its: HoursQuantiles) => calibrateWhole(wholes, { mode, hours: its }).hours.p50
    expect(middle('air', claims)).toBeGreaterThan(15)
    expect(middle('sea', { p10: 300, p50: 400, p90: 600 })).toBeCloseTo(400, 6)
  })

  test('does not leap when it comes from one horizon into the next.', () => {
    const wholes = told(Array.from({ length: 100 }, () => [{ p10: 20, p50: 23, p90: 28 }, 28]))
    const middle = (p50: number) => calibrateWhole(wholes, { mode: 'sea', hours: { p10: 0.9 * p50, p50, p90: 1.2 * p50 } }).hours.p50 / p50
    for (let hour = 4; hour < 200; hour += 0.5) expect(Math.abs(middle(hour + 0.5) - middle(hour))).toBeLessThan(0.02)
  })

  test('counts by how long it stood: one that people looked at for as long as nine others weighs as much.', () => {
    const wholes: WholeArrivals = {}
    for (let at = 0; at < 100; at += 1)
      tellWhole(wholes, {
        ...{ mode: 'sea', hours: claims, journey: `${at}`, madeAtMs: 0 },
        ...(at % 10 === 0 ? { stoodHours: 9, actualHours: 40 } : { stoodHours: 1, actualHours: 12 }),
      })
    const { p50, p90 } = calibrateWhole(wholes, { mode: 'sea', hours: claims }).hours
    expect(p50).toBeGreaterThan(claims.p50 - 1)
    expect(p50).toBeLessThan(claims.p90)
    expect(p90).toBeGreaterThan(30)
  })

  test('of one journey is one case, however often it was looked at.', () => {
    const late = (many: number, journeyOf: (at: number) => string) => {
      const wholes: WholeArrivals = {}
      for (let at = 0; at < many; at += 1)
        tellWhole(wholes, { mode: 'sea', hours: claims, journey: journeyOf(at), madeAtMs: at, stoodHours: 1, actualHours: 17 })
      return calibrateWhole(wholes, { mode: 'sea', hours: claims }).hours.p50
    }
    expect(late(100, () => 'one')).toBeCloseTo(
      late(1, () => 'one'),
      6,
    )
    expect(late(100, (at) => `${at}`)).toBeGreaterThan(late(100, () => 'one') + 3)
  })

  test('reaches a little further out than the few cases that were seen, and covers what it claims with them already.', () => {
    const random = seeded(7)
    let inside = 0
    const worlds = 600
    for (let world = 0; world < worlds; world += 1) {
      const wholes = told(Array.from({ length: 12 }, () => [claims, truth(random, 1)]))
      const { p10, p90 } = calibrateWhole(wholes, { mode: 'sea', hours: claims }).hours
      const actual = truth(random, 1)
      inside += Number(actual >= p10 && actual <= p90)
    }
    expect(inside / worlds).toBeGreaterThan(0.77)
    expect(inside / worlds).toBeLessThan(0.86)
  })

  test('forgets: after a change it comes to what is true now.', () => {
    const wholes = told([
      ...Array.from({ length: 300 }, (): [HoursQuantiles, number] => [claims, 17]),
      ...Array.from({ length: 300 }, (): [HoursQuantiles, number] => [claims, 10]),
    ])
    expect(calibrateWhole(wholes, { mode: 'sea', hours: claims }).hours.p50).toBeCloseTo(10, 0)
  })
})

describe('what came true', () => {
  test('stood until something else was said of the same journey, or until that arrived.', () => {
    const hours = { p10: 8, p50: 10, p90: 14 }
    const said = (journey: string, madeAtHours: number, arrivesAtHours: number): ScoredWhole => {
      return { journey, mode: 'sea', hours, madeAtMs: madeAtHours * hourMs, actualHours: arrivesAtHours - madeAtHours }
    }
    const stood = howLongTheyStood([said('one', 5, 20), said('other', 1, 9), said('one', 0, 20)])
    const of = (journey: string) => stood.filter((its) => its.journey === journey).map(({ stoodHours }) => stoodHours)
    expect(of('one')).toEqual([5, 15])
    expect(of('other')).toEqual([8])
  })

  const scored = (madeAtHours: number, actualHours: number): ScoredWhole => {
    return { journey: `at ${madeAtHours}`, mode: 'sea', hours: { p10: 8, p50: 10, p90: 14 }, madeAtMs: madeAtHours * hourMs, actualHours }
  }

  test('counts when its P90 has passed, or later when it came later, in whatever order it is read.', () => {
    const list = [scored(0, 9), scored(1, 30), scored(2, 10)]
    expect(wholesBy(list, 13 * hourMs)).toEqual({})
    expect(wholesBy(list, 14 * hourMs)['6-24 h']?.inTime).toHaveLength(1)
    expect(wholesBy(list, 30 * hourMs)['6-24 h']?.inTime).toHaveLength(2)
    expect(wholesBy(list, 40 * hourMs)['6-24 h']?.inTime).toHaveLength(3)
    expect(wholesBy(list.toReversed(), 40 * hourMs)).toEqual(wholesBy(list, 40 * hourMs))
  })
})
