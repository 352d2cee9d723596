import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FinishedJourney } from '@lading/models/duration/journey'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { globalQuantiles, laneQuantiles, planRule, rollingLane } from '../../../src/questions/eta/baselines.ts'
import { judge } from '../../../src/questions/eta/judge.ts'
import { measure } from '../../../src/questions/eta/measure.ts'
import { readSet } from '../../../src/questions/eta/read-set.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'eta-'))
})
afterEach(() => rm(directory, { recursive: true }))

const header = 'id,started_at,mode,carrier,origin,destination,planned_hours,distance_km,x_hops,x_class,actual_hours'
const write = (file: string, lines: string[]) => writeFile(join(directory, file), `${[header, ...lines].join('\n')}\n`)
const dateOf = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString()
const line = (at: number, hours: number) => `j${at},${dateOf(at)},air,,A,${at % 2 ? 'B' : 'C'},${at % 2 ? 40 : 80},,1,x${at % 3},${hours}`

describe('a set of journeys', () => {
  test('is read with its numbers as numbers, and what is empty as not known', async () => {
    await write('train.csv', ['a,2025-01-02T03:00:00,air,,A,B,40,,1,red,41.5'])
    await write('test.csv', ['b,,air,K,A,B,,900,many,,3'])
    const { train, test: asked } = await readSet(directory)
    expect(train[0]).toMatchObject({
      startedAtMs: Date.UTC(2025, 0, 2, 3),
      plannedHours: 40,
      distanceKm: undefined,
      facts: { x_hops: 1, x_class: 'red' },
      actualHours: 41.5,
    })
    expect(asked[0]).toMatchObject({ startedAtMs: undefined, plannedHours: undefined, distanceKm: 900, facts: {} })
  })

  test.each([
    ['a,,air,,A,B,soon,,1,red,3', /train.csv, row 1: planned_hours is "soon", not a number/],
    ['a,,air,,A,B,4,,1,red,', /train.csv, row 1: actual_hours is ""/],
    ['a,,air,,A,B,4,,1,red,-1', /train.csv, row 1: actual_hours is "-1"/],
    ['a,tomorrow,air,,A,B,4,,1,red,3', /train.csv, row 1: started_at is "tomorrow", not a time/],
  ])('says what is wrong with it: %s', async (row, problem) => {
    await write('train.csv', [row])
    await write('test.csv', ['b,,air,,A,B,4,,1,red,3'])
    await expect(readSet(directory)).rejects.toThrow(problem)
  })

  test('has to have something to predict, and a column of answers', async () => {
    await write('train.csv', [line(0, 1)])
    await write('test.csv', [])
    await expect(readSet(directory)).rejects.toThrow(/nothing to predict/)
    await writeFile(join(directory, 'test.csv'), 'id,mode\na,air\n')
    await expect(readSet(directory)).rejects.toThrow(/it has no column actual_hours/)
  })
})

test('Errors, pinball and coverage of three journeys, by hand.', () => {
  const band = { p10: 8, p50: 10, p90: 14 }
  const { mae, medianAe, pinball, coverageP10P90, belowP90 } = measure([9, 20, 6], [band, band, band])
  expect(mae).toBeCloseTo((1 + 10 + 4) / 3)
  expect(medianAe).toBe(4)
  // Of 9: .1 × 1, .5 × 1, .1 × 5; of 20: .1 × 12, .5 × 10, .9 × 6; of 6: .9 × 2, .5 × 4, .1 × 8.
  expect(pinball).toBeCloseTo((0.1 + 0.5 + 0.5 + 1.2 + 5 + 5.4 + 1.8 + 2 + 0.8) / 9)
  expect(coverageP10P90).toBeCloseTo(1 / 3)
  expect(belowP90).toBeCloseTo(2 / 3)
})

describe('the simple rules', () => {
  const on = (destination: string, hours: number[]) =>
    hours.map((actualHours): FinishedJourney => ({ origin: 'A', destination, actualHours }))
  const past = [...on('B', [10, 20, 30, 40, 50]), ...on('C', [100, 200])]
  const there = { origin: 'A', destination: 'B' }
  const elsewhere = { origin: 'A', destination: 'C' }

  test('take the lane where it had five journeys, otherwise all.', () => {
    expect(laneQuantiles(past).predict(there).p50).toBe(30)
    expect(laneQuantiles(past).predict(elsewhere)).toEqual(globalQuantiles(past).predict(elsewhere))
    expect(planRule().predict({ plannedHours: 7 })).toEqual({ p10: 7, p50: 7, p90: 7 })
  })

  test('Rolling, they follow the last fifty.', () => {
    const rule = rollingLane(past, past)
    expect(rule.predict(there).p50).toBe(30)
    for (const journey of on('B', Array(50).fill(5))) rule.learn(journey)
    expect(rule.predict(there)).toEqual({ p10: 5, p50: 5, p90: 5 })
  })
})

test('A set is judged beside the simple rules, and an outcome still under way when the test begins is not known then.', async () => {
  const hours = (at: number) => (at % 2 ? 40 : 80) + (at % 7)
  await write('train.csv', [...Array.from({ length: 60 }, (_, at) => line(at, hours(at))), line(60, 24 * 365)])
  await write(
    'test.csv',
    Array.from({ length: 40 }, (_, at) => line(64 + at, hours(64 + at))),
  )
  const said: string[] = []
  const { n, model, baselines, rowsPerSecond } = await judge(directory, (text) => said.push(text))
  expect(said.join()).toMatch(/learnt from 60 journeys/)
  expect(n).toBe(40)
  expect(Object.keys(baselines)).toEqual(['plan', 'global quantiles', 'lane quantiles', 'rolling lane', 'gradient boosting'])
  expect(Object.keys(model)).toEqual(['mae', 'medianAe', 'pinball', 'coverageP10P90', 'belowP90'])
  expect(model.pinball).toBeLessThan(baselines['global quantiles']?.pinball as number)
  expect(model.mae).toBeLessThan(3)
  expect(rowsPerSecond).toBeGreaterThan(0)
})
