import { createArrivalModel } from '@lading/models/arrival/arrival-model'
import { judgeByHoldOut } from '@lading/models/arrival/hold-out'
import { learnArrival } from '@lading/models/arrival/learn-arrival'
import { naiveRule } from '@lading/models/arrival/naive-rule'
import type { FinishedStage } from '@lading/models/arrival/stage'
import { seeded } from '@lading/models/random/seeded'
import { describe, expect, test } from 'vitest'

const hourMs = 3_600_000
const startMs = Date.parse('2026-01-01T00:00:00Z')

/** Trains take 1.5 times their plan to B and 0.7 times to D, lorries keep to it; one waits three times as long as planned. */
const history = (many: number, noise: number): FinishedStage[] => {
  const random = seeded(7)
  return Array.from({ length: many }, (_, at): FinishedStage => {
    const mode = at % 2 === 0 ? 'rail' : 'road'
    const destination = mode === 'road' ? 'C' : random() < 0.5 ? 'B' : 'D'
    const plannedHours = 20 + 30 * random()
    const common = { startedAtMs: startMs + at * 3 * hourMs, mode, carrier: 'Any', plannedHours, distanceKm: plannedHours * 40 }
    const scatter = 1 + noise * (random() - 0.5)
    const times = { B: 1.5, C: 1, D: 0.7 }[destination] * scatter
    return at % 4 < 2
      ? { ...common, kind: 'leg', origin: 'A', destination, actualHours: times * plannedHours }
      : { ...common, kind: 'dwell', origin: 'B', destination: 'B', plannedHours: 8, distanceKm: 0, actualHours: 24 * scatter }
  })
}

describe('arrival, learnt', () => {
  const outcomes = history(400, 0.2)
  const learnt = learnArrival(outcomes)
  const assumed = { p10: 35, p50: 40, p90: 50 }
  const leg = {
    kind: 'leg',
    origin: 'A',
    carrier: 'Any',
    plannedHours: 40,
    startedAtMs: startMs + 1_300 * hourMs,
    distanceKm: 1600,
  } as const

  test('What beats the plan and its errors is kept, and nothing where these say as much.', () => {
    expect(Object.keys(learnt)).toEqual(['moving rail'])
  })

  test('Trains to a place where they are late are expected late, and early where they are early; of lorries the plan speaks.', () => {
    const model = createArrivalModel(JSON.parse(JSON.stringify({ families: learnt })))
    expect(model.predict({ ...leg, mode: 'rail', destination: 'B' }, assumed).hours.p50).toBeCloseTo(60, -1)
    expect(Math.abs(model.predict({ ...leg, mode: 'rail', destination: 'D' }, assumed).hours.p50 - 28)).toBeLessThan(4)
    const { hours, basis } = model.predict({ ...leg, mode: 'road', destination: 'C' }, assumed)
    expect(hours.p50).toBeCloseTo(40, 6)
    expect(basis).toBeNull()
  })

  test('What came since is learnt too.', () => {
    const model = createArrivalModel(JSON.parse(JSON.stringify({ families: learnt })))
    const stage = { ...leg, mode: 'rail', destination: 'B' } as const
    const before = model.predict(stage, assumed).hours.p50
    for (let at = 0; at < 80; at += 1) model.learn({ ...stage, startedAtMs: startMs + (1_200 + at) * hourMs, actualHours: 90 })
    expect(model.predict({ ...stage, startedAtMs: startMs + 1_400 * hourMs }, assumed).hours.p50).toBeGreaterThan(before)
  })

  test('It is judged on what came last, beside the plan alone and the plan with its errors.', () => {
    const waits = outcomes.filter(({ kind, mode }) => kind === 'dwell' && mode === 'rail')
    const judgement = judgeByHoldOut(waits)
    expect(judgement).toMatchObject({ cases: 25, isBetter: false })
    expect(judgement?.planPinball).toBeLessThan(judgement?.naivePinball ?? 0)
  })

  test('Where plans are right there is nothing to learn.', () => {
    expect(learnArrival(history(400, 0).filter(({ mode, kind }) => mode === 'road' && kind === 'leg'))).toEqual({})
  })

  test('A few outcomes prove nothing.', () => {
    expect(learnArrival(outcomes.slice(0, 30))).toEqual({})
    expect(learnArrival([])).toEqual({})
  })

  test('The order in which outcomes are told does not matter where they have a calendar.', () => {
    expect(learnArrival(outcomes.toReversed())).toEqual(learnt)
  })
})

describe('the naive rule', () => {
  test('It is the plan with the errors of the mode, and without a plan the distance at the usual speed.', () => {
    const rule = naiveRule(history(400, 0.2).filter(({ kind }) => kind === 'leg'))
    const rail = rule({ mode: 'rail', plannedHours: 10 })
    expect(rail.p50).toBe(10)
    expect(rail.p90).toBeGreaterThan(14)
    expect(rule({ mode: 'road', distanceKm: 450 }).p50).toBeCloseTo(14, 0)
  })
})
