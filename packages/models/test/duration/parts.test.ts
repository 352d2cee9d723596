import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finishingWeights } from '../../src/duration/chance-to-have-finished.ts'
import { columnsOf } from '../../src/duration/columns.ts'
import { bestOf } from '../../src/duration/expert-trial.ts'
import { describe as describeJourney, featureNames, newHistory, remember } from '../../src/duration/history.ts'
import { createOutcomes, replay } from '../../src/duration/in-order-of-outcome.ts'
import { type FinishedJourney, hourMs, type Triple } from '../../src/duration/journey.ts'
import { covered, learnCoverage, newCoverage } from '../../src/duration/keep-coverage.ts'
import { evenMixture, learnMixture, mixed } from '../../src/duration/mix-experts.ts'
import { fromScale, onScale, type Scale } from '../../src/duration/scale.ts'
import { settle, settledRow } from '../../src/duration/settled.ts'
import { newSliding, quantileOf, slide } from '../../src/duration/sliding-quantiles.ts'
import { seeded } from '../../src/random/seeded.ts'
import { world } from './world.ts'

describe('outcomes', () => {
  test('come out in the order in which they happen, and not before.', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), fc.nat(100), (times, now) => {
        const outcomes = createOutcomes<number>()
        for (const time of times) outcomes.add(time, time)
        const out: number[] = []
        for (let due = outcomes.next(now); due !== undefined; due = outcomes.next(now)) out.push(due)
        expect(out).toEqual(times.filter((time) => time <= now).sort((one, other) => one - other))
      }),
    )
  })

  test('of a long journey are learnt after those of a short one that began later.', () => {
    const journey = (startHour: number, actualHours: number): FinishedJourney => ({ startedAtMs: startHour * hourMs, actualHours })
    const said: string[] = []
    replay(
      [journey(0, 100), journey(1, 2), journey(5, 1)],
      (_, at) => said.push(`ask ${at}`),
      (_, __, at) => said.push(`learn ${at}`),
    )
    expect(said).toEqual(['ask 0', 'ask 1', 'learn 1', 'ask 2', 'learn 2', 'learn 0'])
  })

  test('without a calendar are learnt at once.', () => {
    const said: string[] = []
    replay(
      [{ actualHours: 9 }, { actualHours: 1 }],
      (_, at) => said.push(`ask ${at}`),
      (_, __, at) => said.push(`learn ${at}`),
    )
    expect(said).toEqual(['ask 0', 'learn 0', 'ask 1', 'learn 1'])
  })
})

describe('journeys that began lately', () => {
  test('count the less, the fewer of them can be over: only their short ones are known.', () => {
    const random = seeded(1)
    const asOfMs = 1_000 * hourMs
    const all = Array.from({ length: 3_000 }, (): FinishedJourney => ({ startedAtMs: random() * asOfMs, actualHours: 20 + 180 * random() }))
    const over = all.filter(({ startedAtMs = 0, actualHours }) => startedAtMs + actualHours * hourMs <= asOfMs)
    const weights = finishingWeights(over, asOfMs)
    const meanBy = (weightAt: (at: number) => number) => {
      const late = over
        .map((journey, at) => ({ ...journey, weight: weightAt(at) }))
        .filter(({ startedAtMs = 0 }) => startedAtMs > asOfMs - 200 * hourMs)
      return (
        late.reduce((sum, { actualHours, weight }) => sum + weight * actualHours, 0) / late.reduce((sum, { weight }) => sum + weight, 0)
      )
    }
    // 110 is the truth.
    expect(meanBy(() => 1)).toBeLessThan(90)
    expect(meanBy((at) => weights[at] as number)).toBeGreaterThan(meanBy(() => 1) + 5)
    over.forEach(({ startedAtMs = 0 }, at) => {
      if (startedAtMs < asOfMs - 201 * hourMs) expect(weights[at]).toBe(1)
    })
  })

  test('count like any other where there is no calendar.', () => {
    expect([...finishingWeights([{ actualHours: 3 }, { actualHours: 5 }], Number.NaN)]).toEqual([1, 1])
  })
})

describe('what is known of a journey', () => {
  test('is settled by the past: constant columns and names that never come back tell nothing.', () => {
    const columns = columnsOf(
      world(100, 1).map((journey, at) => ({ ...journey, facts: { ...journey.facts, id: `X${at}`, weight: at, fixed: 1 } })),
    )
    expect(columns).toEqual({
      plan: true,
      distance: false,
      calendar: true,
      numbers: ['hops', 'weight'],
      categories: ['carrier', 'origin', 'destination', 'fact:colour', 'fact:hops'],
    })
  })

  test('becomes as many numbers as there are names for them, and an unknown journey as many as a known one.', () => {
    const past = world(50, 2)
    const history = newHistory(columnsOf(past), 1)
    expect(describeJourney(history, past[0] as FinishedJourney).length).toBe(featureNames(history).length)
    for (const journey of past) remember(history, journey)
    expect(describeJourney(history, past[0] as FinishedJourney).length).toBe(featureNames(history).length)
    expect(describeJourney(history, {}).length).toBe(featureNames(history).length)
  })
})

test('The long view is the mean of each value, and of all where a value is new.', () => {
  const past: FinishedJourney[] = [
    { destination: 'A', plannedHours: 1, actualHours: 10 },
    { destination: 'A', plannedHours: 2, actualHours: 20 },
    { destination: '__proto__', plannedHours: 3, actualHours: 60 },
  ]
  const columns = { plan: true, distance: false, calendar: false, numbers: [], categories: ['destination'] }
  const settled = settle(past, columns)
  expect(settledRow(settled, columns, { destination: 'A', plannedHours: 7 })).toEqual(Float64Array.from([7, Number.NaN, 15]))
  expect(settledRow(settled, columns, { destination: '__proto__' })[2]).toBe(60)
  expect(settledRow(settled, columns, { destination: 'constructor' })[2]).toBe(30)
})

describe('scales', () => {
  test.each(['hours', 'log', 'beyond-plan', 'log-to-plan', 'log-to-recent'] as Scale[])(
    '%s leads back to hours, also without a plan.',
    (scale) => {
      const base = { offsetHours: 2, usualHours: 40 }
      for (const hours of [0, 1, 500])
        for (const to of [
          { planned: 30, recent: 20 },
          { planned: Number.NaN, recent: Number.NaN },
        ])
          expect(fromScale(scale, onScale(scale, hours, to, base), to, base)).toBeCloseTo(hours, 9)
    },
  )
})

describe('the last values', () => {
  test('are kept in order of size, however they come.', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), (values) => {
        const sliding = newSliding(5)
        for (const value of values) slide(sliding, value)
        expect(sliding.inOrder).toEqual([...Float64Array.from(values.slice(-5)).sort()])
      }),
    )
    expect(quantileOf([1, 2, 4], 0.75)).toBe(3)
  })
})

describe('the mixture of experts', () => {
  test('comes to trust who is right at a level, and gives up nobody for good.', () => {
    const random = seeded(3)
    const mixture = evenMixture(2)
    for (let time = 0; time < 3_000; time += 1) {
      // The first knows P10 and is far off P90, the second the other way round.
      const experts: Triple[] = [
        [10, 50, 300],
        [0, 50, 90],
      ]
      learnMixture(mixture, experts, 100 * random())
    }
    const [p10, , p90] = mixed(mixture, [
      [10, 50, 300],
      [0, 50, 90],
    ])
    expect(p10).toBeGreaterThan(8)
    expect(p90).toBeLessThan(110)
    expect(mixture.weights.flat().every((weight) => weight > 0)).toBe(true)
  })
})

describe('the ends', () => {
  test.each([0.4, 1, 2.5])('cover 80 %% although the predicted spread is %f times the true one.', (factor) => {
    const random = seeded(4)
    const coverage = newCoverage()
    const before: Triple = [50 - 40 * factor, 50, 50 + 40 * factor]
    let inside = 0
    for (let time = 0; time < 4_000; time += 1) {
      const actual = 100 * random()
      const [p10, , p90] = covered(coverage, before)
      if (time >= 1_000 && actual >= p10 && actual <= p90) inside += 1
      learnCoverage(coverage, before, actual)
    }
    expect(Math.abs(inside / 3_000 - 0.8)).toBeLessThan(0.02)
  })
})

test('The best experts are those close to the best, two at least.', () => {
  expect(bestOf([5, 1, 1.1, 1.12, 1.4], 1.15, 3)).toEqual([1, 2, 3])
  expect(bestOf([5, 1], 1.15, 3)).toEqual([0, 1])
  expect(bestOf([2], 1.15, 3)).toEqual([0])
})
