import { createArrivalModel } from '@lading/models/arrival/arrival-model'
import { learnArrival } from '@lading/models/arrival/learn-arrival'
import { naiveRule } from '@lading/models/arrival/naive-rule'
import type { FinishedStage } from '@lading/models/arrival/stage'
import { seeded } from '@lading/models/random/seeded'
import { describe, expect, test } from 'vitest'

const hourMs = 3_600_000
const startMs = Date.parse('2026-01-01T00:00:00Z')

/** Trains take 1.5 times their plan, lorries keep to it; at the port of B one waits three times as long as planned. */
const history = (many: number, noise: number, truth: (planned: number, mode: string) => number): FinishedStage[] => {
  const random = seeded(7)
  return Array.from({ length: many }, (_, at): FinishedStage => {
    const mode = at % 2 === 0 ? 'rail' : 'road'
    const plannedHours = 20 + 30 * random()
    const common = { startedAtMs: startMs + at * 3 * hourMs, mode, carrier: 'Any', plannedHours, distanceKm: plannedHours * 40 }
    const scatter = 1 + noise * (random() - 0.5)
    return at % 4 < 2
      ? { ...common, kind: 'leg', origin: 'A', destination: mode === 'rail' ? 'B' : 'C', actualHours: truth(plannedHours, mode) * scatter }
      : { ...common, kind: 'dwell', origin: 'B', destination: 'B', plannedHours: 8, distanceKm: 0, actualHours: 24 * scatter }
  })
}

describe('arrival, learnt', () => {
  const outcomes = history(400, 0.2, (planned, mode) => (mode === 'rail' ? 1.5 * planned : planned))
  const learnt = learnArrival(outcomes)

  test('What beats the plan is kept, and nothing where the plan is right.', () => {
    expect(Object.keys(learnt)).toEqual(['moving rail', 'waiting rail', 'waiting road'])
  })

  test('Trains that take half as long again as planned are expected to, of lorries the plan speaks, and waits are as long as they were.', () => {
    const model = createArrivalModel(JSON.parse(JSON.stringify({ families: learnt })))
    const leg = {
      kind: 'leg',
      origin: 'A',
      destination: 'B',
      carrier: 'Any',
      plannedHours: 40,
      startedAtMs: startMs + 1_300 * hourMs,
    } as const
    expect(model.predict({ ...leg, mode: 'rail', distanceKm: 1600 })?.p50).toBeCloseTo(60, -1)
    expect(model.predict({ ...leg, mode: 'road', destination: 'C', distanceKm: 1600 })).toBeUndefined()
    const wait = model.predict({ kind: 'dwell', mode: 'road', origin: 'B', destination: 'B', plannedHours: 8, startedAtMs: startMs })
    expect(Math.abs((wait?.p50 ?? 0) - 24)).toBeLessThan(4)
    expect(wait?.p10).toBeLessThanOrEqual(wait?.p50 ?? 0)
  })

  test('What came since is learnt too.', () => {
    const model = createArrivalModel(JSON.parse(JSON.stringify({ families: learnt })))
    const stage = { kind: 'dwell', mode: 'road', carrier: 'Any', origin: 'B', destination: 'B', plannedHours: 8, distanceKm: 0 } as const
    const before = model.predict(stage)?.p50 as number
    for (let at = 0; at < 80; at += 1) model.learn({ ...stage, startedAtMs: startMs + (1_200 + at) * hourMs, actualHours: 48 })
    expect(model.predict({ ...stage, startedAtMs: startMs + 1_400 * hourMs })?.p50).toBeGreaterThan(before)
  })

  test('Where plans are right there is nothing to learn, and the plan speaks.', () => {
    const families = learnArrival(history(400, 0, (planned) => planned).filter(({ kind }) => kind === 'leg'))
    expect(families).toEqual({})
    expect(createArrivalModel({ families }).predict({ kind: 'leg', plannedHours: 3 })).toBeUndefined()
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
    const past = history(400, 0.2, (planned, mode) => (mode === 'rail' ? 1.5 * planned : planned)).filter(({ kind }) => kind === 'leg')
    const rule = naiveRule(past)
    const rail = rule({ mode: 'rail', plannedHours: 10 })
    expect(rail.p50).toBe(10)
    expect(rail.p90).toBeGreaterThan(15)
    expect(rule({ mode: 'road', distanceKm: 450 }).p50).toBeCloseTo(14, 0)
  })
})
