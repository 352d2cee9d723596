import { newArrivalMemory, rememberStage } from '@lading/models/arrival/arrival-memory'
import { createArrivalModel } from '@lading/models/arrival/arrival-model'
import { askEvenness, type EvennessMemory, tellEvenness } from '@lading/models/arrival/evenness'
import { askPlanErrors, type PlanErrors, tellPlanErrors } from '@lading/models/arrival/plan-errors'
import { middleOfShare, pooledQuantiles } from '@lading/models/arrival/pooled-quantiles'
import type { FinishedStage } from '@lading/models/arrival/stage'
import { standardQuantile } from '@lading/models/distribution/normal'
import { seeded } from '@lading/models/random/seeded'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 60 })
const inOrder = (list: number[]) => list.toSorted((one, other) => one - other)

describe('quantiles of little', () => {
  test('are the belief where nothing was seen, are in order, and lie between what was believed and what was seen.', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 }), values, (believed, seen) => {
        const belief = inOrder(believed)
        const pooled = pooledQuantiles(belief, { inOrder: inOrder(seen) })
        expect(pooledQuantiles(belief, { inOrder: [] })).toEqual(belief)
        expect(pooled).toEqual(inOrder(pooled))
        const all = inOrder([...belief, ...seen])
        for (const value of pooled) {
          expect(value).toBeGreaterThanOrEqual(all[0] as number)
          expect(value).toBeLessThanOrEqual(all.at(-1) as number)
        }
      }),
    )
  })

  test('become those of what was seen as more of it is.', () => {
    const seen = Array.from({ length: 1_000 }, (_, at) => 50 + middleOfShare(at, 1_000))
    const [low, , middle, , high] = pooledQuantiles([0, 0, 0, 0, 0], { inOrder: seen }) as [number, number, number, number, number]
    expect([low, middle, high].map((value) => Math.round(10 * value) / 10)).toEqual([50.1, 50.5, 50.9])
  })

  test('count a value with a weight as so many of them.', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 20 }),
        (list) => {
          const seen = list.toSorted(([one], [other]) => one - other)
          const weighted = { inOrder: seen.map(([value]) => value), weights: seen.map(([, weight]) => weight) }
          const repeated = { inOrder: seen.flatMap(([value, weight]) => new Array<number>(weight).fill(value)) }
          const belief = [-2, -1, 0, 1, 2]
          const [one, other] = [pooledQuantiles(belief, weighted), pooledQuantiles(belief, repeated)]
          expect(one).toEqual(inOrder(one))
          // They differ by what lies between two values, not by more.
          const values = inOrder([...belief, ...weighted.inOrder])
          for (const [at, value] of one.entries()) {
            const steps = values.filter(
              (each) => each > Math.min(value, other[at] as number) && each < Math.max(value, other[at] as number),
            )
            expect(new Set(steps).size).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })
})

const wait = { kind: 'dwell', mode: 'road', origin: 'A', destination: 'B', plannedHours: 10, facts: { place_kind: 'port' } } as const
const assumed = { p10: 8, p50: 10, p90: 13 }

describe('the plan with its errors', () => {
  const told = (hours: number[], its: Partial<FinishedStage> = {}) => {
    const errors: PlanErrors = {}
    for (const actualHours of hours) tellPlanErrors(errors, { ...wait, ...its, actualHours })
    return errors
  }

  test('is what was assumed until something was seen, and nothing without a plan.', () => {
    const asked = askPlanErrors({}, wait, assumed)
    expect(asked?.journeys).toBe(0)
    for (const level of ['p10', 'p50', 'p90'] as const) expect(asked?.hours[level]).toBeCloseTo(assumed[level], 6)
    expect(askPlanErrors({}, { ...wait, plannedHours: undefined }, assumed)).toBeUndefined()
  })

  test('is in order, never below nothing, and says on how many stages it rests.', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1_000, noNaN: true }), { maxLength: 40 }), (hours) => {
        const asked = askPlanErrors(told(hours), wait, assumed)
        expect(asked?.journeys).toBe(hours.length)
        const { p10 = 0, p50 = 0, p90 = 0 } = asked?.hours ?? {}
        expect(0 <= p10 && p10 <= p50 && p50 <= p90).toBe(true)
      }),
    )
  })

  test('grows with the plan, and covers what it claims.', () => {
    const random = seeded(3)
    const errors = told(Array.from({ length: 200 }, () => 5 + 15 * random() ** 1.6))
    const { hours } = askPlanErrors(errors, wait, assumed) ?? { hours: assumed }
    const tested = Array.from({ length: 2_000 }, () => 5 + 15 * random() ** 1.6)
    const inside = tested.filter((its) => its >= hours.p10 && its <= hours.p90).length / tested.length
    expect(inside).toBeGreaterThan(0.74)
    expect(inside).toBeLessThan(0.86)
    expect(askPlanErrors(errors, { ...wait, plannedHours: 20 }, assumed)?.hours.p50).toBeGreaterThan(1.8 * hours.p50)
  })

  test('of a kind of place is its own once there were enough, and that of all such waits before.', () => {
    const errors = told(Array.from({ length: 30 }, () => 30))
    const elsewhere = { ...wait, facts: { place_kind: 'airport' } }
    expect(askPlanErrors(errors, elsewhere, assumed)?.hours.p50).toBeCloseTo(30, 0)
    for (let at = 0; at < 30; at += 1) tellPlanErrors(errors, { ...elsewhere, actualHours: 4 })
    expect(askPlanErrors(errors, elsewhere, assumed)?.hours.p50).toBeCloseTo(4, 0)
    expect(askPlanErrors(errors, wait, assumed)?.hours.p50).toBeCloseTo(30, 0)
  })

  test('forgets what is long past.', () => {
    const errors = told([...Array.from({ length: 300 }, () => 30), ...Array.from({ length: 200 }, () => 6)])
    expect(askPlanErrors(errors, wait, assumed)?.hours.p90).toBeCloseTo(6, 6)
  })

  test('is what a model without trained families answers, beside how many stages speak for it.', () => {
    const memory = newArrivalMemory()
    const model = createArrivalModel({ families: {} }, memory)
    expect(model.predict(wait, assumed).basis).toBeNull()
    rememberStage(memory, { ...wait, actualHours: 12 })
    expect(model.predict(wait, assumed).basis).toEqual({ group: 'all', journeys: 1 })
  })
})

describe('how evenly legs go', () => {
  const leg = (actualHours: number, halfwayHours: number): FinishedStage => ({ kind: 'leg', mode: 'sea', actualHours, halfwayHours })

  test('is learnt from when half of the way was behind, by mode.', () => {
    const memory: EvennessMemory = {}
    const before = askEvenness(memory, { mode: 'sea' })
    for (let at = 0; at < 200; at += 1) tellEvenness(memory, leg(100, at % 2 === 0 ? 41 : 39))
    const after = askEvenness(memory, { mode: 'sea' })
    expect(after.halfway).toBeCloseTo(0.4, 1)
    expect(after.scatterHours).toBeLessThan(before.scatterHours)
    expect(askEvenness(memory, { mode: 'rail' })).toEqual(askEvenness({}, { mode: 'rail' }))
  })

  test('is that of legs which take as long, once there were some: lorries rest on long ones.', () => {
    const memory: EvennessMemory = {}
    const road = (plannedHours: number, actualHours: number, halfwayHours: number): FinishedStage => {
      return { kind: 'leg', mode: 'road', plannedHours, actualHours, halfwayHours }
    }
    const random = seeded(4)
    for (let at = 0; at < 60; at += 1) {
      tellEvenness(memory, road(2, 2, 1 + 0.02 * (random() - 0.5)))
      tellEvenness(memory, road(30, 30, random() < 0.5 ? 10 : 20))
    }
    const of = (plannedHours: number) => askEvenness(memory, { mode: 'road', plannedHours }).scatterHours
    expect(of(30)).toBeGreaterThan(1)
    expect(of(2)).toBeLessThan(0.1)
    expect(of(100)).toEqual(askEvenness(memory, { mode: 'road' }).scatterHours)
  })

  test('finds back how uneven they were.', () => {
    const memory: EvennessMemory = {}
    const random = seeded(6)
    for (let at = 0; at < 100; at += 1) {
      const score = standardQuantile(Math.min(0.999, Math.max(0.001, random())))
      // At half of the way of a Brownian bridge of 100 h with 0.36 h of scatter: three hours.
      tellEvenness(memory, leg(100, 50 + 3 * score))
    }
    const { halfway, scatterHours } = askEvenness(memory, { mode: 'sea' })
    expect(halfway).toBeCloseTo(0.5, 1)
    expect(scatterHours).toBeGreaterThan(0.36 / 1.5)
    expect(scatterHours).toBeLessThan(0.36 * 1.5)
  })

  test('takes one long halt for what it is, and nothing from what nobody saw or what cannot be.', () => {
    const memory: EvennessMemory = {}
    for (let at = 0; at < 50; at += 1) tellEvenness(memory, leg(100, 50))
    const before = askEvenness(memory, { mode: 'sea' })
    tellEvenness(memory, leg(100, 95))
    expect(askEvenness(memory, { mode: 'sea' }).scatterHours).toBeLessThan(1.3 * before.scatterHours)
    const known = structuredClone(memory)
    for (const its of [leg(100, 0), leg(100, 130), leg(0, 0), { ...leg(100, 50), halfwayHours: undefined }]) tellEvenness(memory, its)
    expect(memory).toEqual(known)
  })
})
