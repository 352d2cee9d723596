import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pinball } from '../../src/boosting/quantile-loss.ts'
import { createDurationModel, type DurationPrediction, restoreDurations, storeDurations } from '../../src/duration/duration-model.ts'
import { replay } from '../../src/duration/in-order-of-outcome.ts'
import { type FinishedJourney, type Journey, levels } from '../../src/duration/journey.ts'
import { learnDurations } from '../../src/duration/learn-durations.ts'
import { quantileOf } from '../../src/duration/sliding-quantiles.ts'
import { world } from './world.ts'

const past = world(400, 1)
const fresh = (journeys: FinishedJourney[]) => restoreDurations(JSON.parse(JSON.stringify(storeDurations(learnDurations(journeys).state))))
const stored = JSON.stringify(storeDurations(learnDurations(past).state))
const learnt = () => createDurationModel(restoreDurations(JSON.parse(stored)))

const live = (model: ReturnType<typeof learnt>, future: FinishedJourney[]) => {
  const predictions: DurationPrediction[] = []
  replay(
    future,
    (journey) => {
      const prediction = model.predict(journey)
      predictions.push(prediction)
      return prediction
    },
    (journey, prediction) => model.learn(journey, journey.actualHours, prediction),
  )
  return predictions
}
const lossOf = (journeys: FinishedJourney[], predicted: { p10: number; p50: number; p90: number }[]) =>
  journeys.reduce((sum, { actualHours }, at) => {
    const { p10, p50, p90 } = predicted[at] as DurationPrediction
    return sum + pinball(0.1, actualHours, p10) + pinball(0.5, actualHours, p50) + pinball(0.9, actualHours, p90)
  }, 0)
const covered = (journeys: FinishedJourney[], predicted: DurationPrediction[]) =>
  journeys.filter(({ actualHours }, at) => actualHours >= (predicted[at]?.p10 as number) && actualHours <= (predicted[at]?.p90 as number))
    .length / journeys.length
const later = (journeys: FinishedJourney[]) =>
  journeys.map((journey) => ({ ...journey, startedAtMs: (journey.startedAtMs as number) + 60 * 24 * 3_600_000 }))
const sureOf = ({ p10, p50, p90 }: DurationPrediction) => [p10, p50, p90]

// Learning takes a second or so on a machine of its own.
describe('a model of durations', { timeout: 30_000 }, () => {
  test('does better than the quantiles of all journeys, and covers what it claims', () => {
    const future = later(world(300, 2))
    const predicted = live(learnt(), future)
    const hours = past.map(({ actualHours }) => actualHours).sort((one, other) => one - other)
    const [p10, p50, p90] = levels.map((level) => quantileOf(hours, level))
    const all = { p10: p10 as number, p50: p50 as number, p90: p90 as number }
    expect(lossOf(future, predicted)).toBeLessThan(0.5 * lossOf(future, Array(300).fill(all)))
    expect(covered(future, predicted)).toBeGreaterThan(0.72)
    expect(covered(future, predicted)).toBeLessThan(0.88)
  })

  test('follows when everything becomes slower', () => {
    const future = later(world(900, 3, { slower: 1.5 }))
    const predicted = live(learnt(), future)
    const end = 500
    expect(covered(future.slice(0, 30), predicted.slice(0, 30))).toBeLessThan(0.6)
    expect(covered(future.slice(end), predicted.slice(end))).toBeGreaterThan(0.7)
  })

  test('does not look ahead: what has not happened yet changes no prediction', () => {
    const future = later(world(60, 4))
    const other = future.map((journey, at) => (at >= 20 ? { ...journey, actualHours: journey.actualHours * 9 } : journey))
    const firstEnd = Math.min(...future.slice(20).map(({ startedAtMs = 0, actualHours }) => startedAtMs + actualHours * 3_600_000))
    const asked = future.findIndex(({ startedAtMs = 0 }) => startedAtMs >= firstEnd)
    const until = asked < 0 ? future.length : asked
    expect(until).toBeGreaterThan(20)
    expect(live(learnt(), other).slice(0, until).map(sureOf)).toEqual(live(learnt(), future).slice(0, until).map(sureOf))
    expect(live(learnt(), other).slice(until).map(sureOf)).not.toEqual(live(learnt(), future).slice(until).map(sureOf))
  })

  test('does not care in which order a past with a calendar is given', () => {
    const one = learnDurations(past.slice(0, 155))
    const other = learnDurations(past.slice(0, 155).toReversed())
    for (const journey of past.slice(200, 220)) expect(sureOf(other.predict(journey))).toEqual(sureOf(one.predict(journey)))
  })

  test('is the same after it was stored', () => {
    const model = learnDurations(past.slice(0, 155))
    const again = createDurationModel(restoreDurations(JSON.parse(JSON.stringify(storeDurations(model.state)))))
    for (const journey of past.slice(200, 230)) {
      expect(sureOf(again.predict(journey))).toEqual(sureOf(model.predict(journey)))
      model.learn(journey, journey.actualHours)
      again.learn(journey, journey.actualHours)
    }
  })

  test('says on how many journeys it rests, and what each part of it says', () => {
    const { basis, parts } = learnt().predict({ mode: 'air', carrier: 'slow', origin: 'O1', destination: 'D4', plannedHours: 200 })
    expect(basis.group).toBe('lane')
    expect(basis.journeys).toBeGreaterThan(30)
    expect(basis.allJourneys).toBe(400)
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(learnt().predict({ origin: 'nowhere', destination: 'elsewhere' }).basis).toMatchObject({ group: 'all', journeys: 400 })
  })

  test('has P10, P50 and P90 in order, finite and never negative, whatever it is asked', () => {
    const model = learnt()
    const number = fc.option(fc.double(), { nil: undefined })
    const name = fc.option(fc.constantFrom('', 'O1', 'D2', '\u0000', 'somewhere'), { nil: undefined })
    const odd: fc.Arbitrary<Journey> = fc.record({
      startedAtMs: number,
      mode: name,
      carrier: name,
      origin: name,
      destination: name,
      plannedHours: number,
      distanceKm: number,
      facts: fc.option(fc.dictionary(fc.constantFrom('hops', 'colour', 'else'), fc.oneof(fc.double(), fc.string())), { nil: undefined }),
    })
    fc.assert(
      fc.property(odd, fc.double({ min: 0, max: 1e6, noNaN: true }), (journey, actualHours) => {
        const [p10, p50, p90] = sureOf(model.predict(journey)) as [number, number, number]
        expect(p10).toBeGreaterThanOrEqual(0)
        expect(p50).toBeGreaterThanOrEqual(p10)
        expect(p90).toBeGreaterThanOrEqual(p50)
        expect(Number.isFinite(p90)).toBe(true)
        model.learn(journey, actualHours)
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  test('learns nothing from what is no duration', () => {
    const model = learnt()
    const journey = past[0] as Journey
    const before = sureOf(model.predict(journey))
    expect([Number.NaN, -1, Number.POSITIVE_INFINITY].map((hours) => model.learn(journey, hours))).toEqual([false, false, false])
    expect(sureOf(model.predict(journey))).toEqual(before)
  })
})

describe('with little or no past', { timeout: 30_000 }, () => {
  test('Nothing is known: the plan, the distance or the mode is the answer, and it says that it rests on no journey.', () => {
    const { predict } = learnDurations([])
    expect(predict({ plannedHours: 100 })).toMatchObject({ p50: 100, basis: { group: 'none', journeys: 0 } })
    const sea = predict({ mode: 'sea', distanceKm: 10_000 })
    const air = predict({ mode: 'air', distanceKm: 10_000 })
    expect(sea.p50).toBeGreaterThan(10 * 24)
    expect(air.p50).toBeLessThan(4 * 24)
    expect(predict({}).p90).toBeGreaterThan(predict({}).p50)
  })

  test.each([1, 2, 30, 149, 151])('%i journeys are enough to answer.', (many) => {
    const { p10, p50, p90 } = learnDurations(world(many, 6)).predict(past[0] as Journey)
    expect(0 <= p10 && p10 <= p50 && p50 <= p90 && Number.isFinite(p90)).toBe(true)
  })

  test('Outcomes outweigh the first guess one by one.', () => {
    const model = learnDurations([])
    const journey = { origin: 'A', destination: 'B', plannedHours: 100 }
    let before = model.predict(journey).p50
    for (let time = 0; time < 20; time += 1) {
      model.learn(journey, 50)
      expect(model.predict(journey).p50).toBeLessThanOrEqual(before)
      before = model.predict(journey).p50
    }
    expect(before).toBeLessThan(65)
  })

  test('Ten times the plans and the hours give ten times the answers.', () => {
    const times = (factor: number) =>
      world(100, 8).map((journey) => ({
        ...journey,
        plannedHours: factor * (journey.plannedHours as number),
        actualHours: factor * journey.actualHours,
        startedAtMs: undefined,
      }))
    const one = learnDurations(times(1)).predict(times(1)[0] as Journey)
    const ten = learnDurations(times(10)).predict(times(10)[0] as Journey)
    for (const [at, hours] of sureOf(ten).entries()) expect(hours / 10 / (sureOf(one)[at] as number)).toBeCloseTo(1, 1)
  })

  test.each([
    ['the same hours', (journey: FinishedJourney) => ({ ...journey, actualHours: 24 })],
    ['no time at all', (journey: FinishedJourney) => ({ ...journey, actualHours: 0 })],
    ['nothing known', ({ actualHours }: FinishedJourney) => ({ actualHours })],
    ['half without a start', (journey: FinishedJourney, at: number) => (at % 2 ? journey : { ...journey, startedAtMs: undefined })],
    ['a name for each', (journey: FinishedJourney, at: number) => ({ ...journey, carrier: `C${at}`, facts: { id: `X${at}` } })],
  ])('A past where all have %s can be learnt.', (_, change) => {
    const model = createDurationModel(fresh(world(152, 9).map(change)))
    const { p10, p50, p90 } = model.predict(past[0] as Journey)
    expect(0 <= p10 && p10 <= p50 && p50 <= p90 && Number.isFinite(p90)).toBe(true)
  })
})
