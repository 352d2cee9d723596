import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalSurvival } from '../../src/distribution/normal-survival.ts'
import { type Beside, combineStages } from '../../src/duration/combine-stages.ts'
import { quantilesOfTable, tableOf } from '../../src/duration/hours-table.ts'
import type { HoursQuantiles } from '../../src/duration/journey.ts'
import { deviationsOf, hoursAt } from '../../src/duration/stage-hours.ts'
import { stillToGo } from '../../src/duration/still-to-go.ts'

const hours = fc.double({ min: 0.1, max: 500, noNaN: true })
const stage = fc.tuple(hours, hours, hours).map(([a, b, c]): HoursQuantiles => ({ p10: a, p50: a + b, p90: a + b + c }))
const stages = fc.array(stage, { minLength: 1, maxLength: 6 })
const runs = { numRuns: 40, seed: 7 }

describe('a stage', () => {
  test('goes through its three quantiles, and back', () => {
    fc.assert(
      fc.property(stage, (its) => {
        for (const [deviations, value] of [
          [-1.2815515594457, its.p10],
          [0, its.p50],
          [1.2815515594457, its.p90],
        ] as const) {
          expect(hoursAt(its, deviations)).toBeCloseTo(value, 6)
          expect(deviationsOf(its, value)).toBeCloseTo(deviations, 6)
        }
      }),
      runs,
    )
  })
})

describe('stages one after the other', () => {
  test('One stage is itself.', () => {
    const { p10, p50, p90 } = combineStages([{ p10: 8, p50: 10, p90: 16 }])
    expect(p10).toBeCloseTo(8, 1)
    expect(p50).toBeCloseTo(10, 1)
    expect(p90).toBeCloseTo(16, 0)
  })

  test('Independent stages are surer together than the sum of their ends, and late stages pull the middle beyond the sum of the medians.', () => {
    const late = { p10: 9, p50: 10, p90: 30 }
    const { p10, p50, p90 } = combineStages([late, late, late, late], { commonCause: 0 })
    expect(p50).toBeGreaterThan(44)
    expect(p90).toBeLessThan(110)
    expect(p10).toBeGreaterThan(36)
  })

  test('The spread of independent symmetric stages adds up by squares.', () => {
    // Nearly symmetric: the late side is as far as the early one, but curved.
    const { p10, p90 } = combineStages(
      Array.from({ length: 4 }, () => ({ p10: 90, p50: 100, p90: 110 })),
      { commonCause: 0 },
    )
    expect((p90 - p10) / 20).toBeGreaterThan(1.9)
    expect((p90 - p10) / 20).toBeLessThan(2.2)
  })

  test('Quantiles are in order, and within what the stages can be.', () => {
    fc.assert(
      fc.property(stages, (its) => {
        const { p10, p50, p90 } = combineStages(its)
        const sum = (of: (one: HoursQuantiles) => number) => its.reduce((total, one) => total + of(one), 0)
        expect(p10).toBeGreaterThanOrEqual(0)
        expect(p10).toBeLessThanOrEqual(p50)
        expect(p50).toBeLessThanOrEqual(p90)
        const rounding = 1e-9 * (1 + sum((one) => one.p90))
        const little = 0.05 * sum((one) => one.p90 - one.p10) + rounding
        expect(p10).toBeGreaterThanOrEqual(sum((one) => one.p10) - little)
        expect(p90).toBeLessThanOrEqual(sum((one) => one.p90) + little)
        expect(p50).toBeGreaterThanOrEqual(sum((one) => one.p10) - rounding)
        expect(p50).toBeLessThanOrEqual(sum((one) => one.p90) + rounding)
      }),
      runs,
    )
  })

  test('A later P90 of any stage never brings the arrival forward.', () => {
    fc.assert(
      fc.property(stages, fc.nat(5), hours, (its, which, more) => {
        const later = its.map((one, at) => (at === which % its.length ? { ...one, p90: one.p90 + more } : one))
        const before = combineStages(its)
        const after = combineStages(later)
        for (const level of ['p10', 'p50', 'p90'] as const) expect(after[level]).toBeGreaterThanOrEqual(before[level] - 1e-9)
      }),
      runs,
    )
  })

  test('Days instead of hours give the same in days.', () => {
    fc.assert(
      fc.property(stages, (its) => {
        const inDays = combineStages(its.map(({ p10, p50, p90 }) => ({ p10: p10 / 24, p50: p50 / 24, p90: p90 / 24 })))
        expect(inDays.p90 * 24).toBeCloseTo(combineStages(its).p90, 6)
      }),
      runs,
    )
  })

  test('What delays all stages makes the whole less sure.', () => {
    const its = Array.from({ length: 5 }, () => ({ p10: 8, p50: 10, p90: 14 }))
    const width = (commonCause: number) => {
      const { p10, p90 } = combineStages(its, { commonCause })
      return p90 - p10
    }
    expect(width(0)).toBeLessThan(width(0.3))
    expect(width(0.3)).toBeLessThan(width(1))
    expect(width(1)).toBeCloseTo(30, 0)
  })

  test('The chance to make it within P90 is 90 %, and the stage that varies most is named for the spread.', () => {
    const whole = combineStages([
      { p10: 9, p50: 10, p90: 11 },
      { p10: 10, p50: 24, p90: 90 },
    ])
    expect(whole.chanceWithin(whole.p90)).toBeCloseTo(0.9, 2)
    expect(whole.chanceWithin(0)).toBe(0)
    expect(whole.parts[1]?.shareOfSpread).toBeGreaterThan(0.9)
    expect((whole.parts[0]?.shareOfSpread ?? 0) + (whole.parts[1]?.shareOfSpread ?? 0)).toBeCloseTo(1, 9)
  })

  test('Nothing to do takes no time.', () => expect(combineStages([])).toMatchObject({ p10: 0, p50: 0, p90: 0, parts: [] }))
})

describe('what is left of a stage', () => {
  test('Before it began it is all of it.', () => {
    const its = { p10: 8, p50: 10, p90: 16 }
    const left = stillToGo(its, 0)
    expect(left.p10).toBeCloseTo(8, 1)
    expect(left.p90).toBeCloseTo(16, 1)
  })

  test('It is in order and never negative, however late; the end that is expected never moves forward.', () => {
    fc.assert(
      fc.property(stage, fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), (its, some, more) => {
        const early = some * its.p50
        const late = (some + more) * its.p50
        const first = stillToGo(its, early)
        const second = stillToGo(its, late)
        expect(second.p10).toBeGreaterThanOrEqual(0)
        expect(second.p10).toBeLessThanOrEqual(second.p50)
        expect(second.p50).toBeLessThanOrEqual(second.p90)
        expect(late + second.p50).toBeGreaterThanOrEqual(early + first.p50 - 1e-6)
      }),
      runs,
    )
  })

  test('A stage that is over its P90 still takes a while.', () =>
    expect(stillToGo({ p10: 8, p50: 10, p90: 16 }, 20).p50).toBeGreaterThan(0.5))

  test('A timetable swallows a delay as long as it leaves the time that is needed, and no longer.', () => {
    const timetable = { departsHours: 20, neededHours: 2 }
    const voyage = { p10: 10, p50: 10, p90: 10, timetable }
    const intime = combineStages([{ p10: 9, p50: 10, p90: 14 }, voyage])
    expect([intime.p10, intime.p50, intime.p90]).toEqual([30, 30, 30])
    const late = combineStages([{ p10: 25, p50: 25, p90: 25 }, voyage])
    expect(late.p50).toBe(37)
    expect(combineStages([{ p10: 9, p50: 10, p90: 30 }, voyage]).p90).toBeCloseTo(42, 0)
  })
})

describe('what runs beside a stage', () => {
  const table = (middle: number, deviation = 0.5) =>
    tableOf((its) => (its > 0 ? normalSurvival((Math.log(its) - Math.log(middle)) / deviation) : 1), 1e5)
  const one = (middle: number, startsHours: number | null = null): Beside => ({ ways: [{ share: 1, startsHours, hours: table(middle) }] })
  const before = { p10: 8, p50: 10, p90: 14 }
  const wait = { p10: 5, p50: 10, p90: 19 }

  test('adds nothing where it is over long before the stage is.', () => {
    const { parts, ...whole } = combineStages([before, { ...wait, beside: one(0.5) }])
    expect(whole.p50).toBeCloseTo(combineStages([before, wait]).p50, 2)
    expect(parts[1]?.beside?.added).toMatchObject({ p10: 0, p50: 0, p90: 0 })
  })

  test('is what counts where it takes much longer.', () => {
    const whole = combineStages([before, { ...wait, beside: one(200) }])
    const { p50, parts } = whole
    const alone = combineStages([before, { ...quantilesOfTable(table(200)) }])
    expect(p50 / alone.p50).toBeCloseTo(1, 1)
    expect(parts[1]?.beside?.added.p50).toBeGreaterThan(180)
    const without = combineStages([before, wait])
    for (const hours of [15, 20, 25, 30]) expect(whole.chanceWithoutBeside(hours)).toBe(without.chanceWithin(hours))
    expect(parts[1]?.beside?.ends().p50).toBeCloseTo(p50, 1)
    const shares = parts.map(({ shareOfSpread, beside }) => shareOfSpread + (beside?.shareOfSpread ?? 0))
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  test('that is in the stage already is not counted twice: of two alike, one counts.', () => {
    const same = table(10)
    const { p10, p50, p90 } = combineStages([
      { ...quantilesOfTable(same), beside: { ways: [{ share: 1, startsHours: null, hours: same }] } },
    ])
    const without = combineStages([quantilesOfTable(same)])
    expect(p10 / without.p10).toBeCloseTo(1, 1)
    expect(p50).toBeCloseTo(without.p50, 1)
    expect(p90 / without.p90).toBeCloseTo(1, 1)
  })

  test('adds only what goes beyond the ordinary where the stage is known to have that in it', () => {
    const [ordinary] = one(30).ways
    const added = (middle: number) =>
      combineStages([before, { ...wait, beside: { ...one(middle), ordinary: ordinary ? [ordinary] : [] } }]).parts[1]?.beside?.added
    expect(added(30)).toEqual({ p10: 0, p50: 0, p90: 0 })
    expect(added(20)).toEqual({ p10: 0, p50: 0, p90: 0 })
    expect(added(40)?.p50).toBeCloseTo(10, 0)
    // What is ordinary and shorter than the stage leaves nothing to take off.
    expect(
      combineStages([before, { ...wait, beside: { ...one(40), ordinary: one(0.1).ways } }]).parts[1]?.beside?.added.p50,
    ).toBeGreaterThan(25)
  })

  test('begins when it says, and adds nothing when that is long before.', () => {
    const early = combineStages([before, { ...wait, beside: one(5, -100) }])
    expect(early.parts[1]?.beside?.added.p90).toBe(0)
    const late = combineStages([before, { ...wait, beside: one(5, 100) }])
    expect(late.p50).toBeCloseTo(105, 0)
  })

  test('may go one of two ways, each as often as its share says.', () => {
    const whole = combineStages([
      {
        ...{ p10: 0, p50: 0, p90: 0 },
        beside: {
          ways: [
            { share: 0.7, startsHours: null, hours: table(2, 0.1) },
            { share: 0.3, startsHours: 50, hours: table(50, 0.1) },
          ],
        },
      },
    ])
    expect(whole.chanceWithin(10)).toBeCloseTo(0.7, 1)
    expect(whole.chanceWithin(100)).toBeCloseTo(0.85, 1)
  })

  test('makes goods late for a ship that would have waited for them, and no later.', () => {
    const timetable = { departsHours: 60, neededHours: 5 }
    const sails = combineStages([before, { p10: 0, p50: 1, p90: 3, timetable, beside: one(10) }])
    expect(sails.p50).toBeCloseTo(61, 0)
    const held = combineStages([before, { p10: 0, p50: 1, p90: 3, timetable, beside: one(100) }])
    expect(held.p50).toBeCloseTo(110, -1)
  })

  test('never brings the whole forward, and longer is never sooner.', () => {
    fc.assert(
      fc.property(
        stages,
        fc.nat(5),
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (its, at, middle, factor) => {
          const placed = (hours: number) =>
            its.map((stage, which) => (which === at % its.length ? { ...stage, beside: one(hours) } : stage))
          const [without, shorter, longer] = [combineStages(its), combineStages(placed(middle)), combineStages(placed(middle * factor))]
          for (const level of ['p10', 'p50', 'p90'] as const) {
            expect(shorter[level]).toBeGreaterThanOrEqual(without[level] - 1e-9)
            expect(longer[level]).toBeGreaterThanOrEqual(shorter[level] * (1 - 1e-3))
          }
        },
      ),
      runs,
    )
  })
})
