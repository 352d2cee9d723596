import { expect, test } from 'vitest'
import { gapFromMs, lengthMs, outsideStretches } from '../../src/charts/outside.ts'

const limits = { min: 2, max: 8 }
const points = (...values: [at: number, low: number, high: number][]) => values.map(([at, low, high]) => ({ at, low, high }))

test('Values lay outside their limits from the first point that does to the first that does not.', () => {
  const stretches = outsideStretches(points([0, 4, 5], [10, 4, 9], [20, 7, 8.5], [30, 5, 6], [40, 1, 3], [50, 3, 4]), limits, 100)
  expect(stretches).toEqual([
    { from: 10, until: 30 },
    { from: 40, until: 50 },
  ])
  expect(lengthMs(stretches)).toBe(30)
})

test('Of a time without points nothing is said.', () => {
  expect(outsideStretches(points([0, 4, 9], [1000, 4, 5]), limits, 30)).toEqual([{ from: 0, until: 30 }])
})

test('A limit that is not set is not broken.', () => {
  expect(outsideStretches(points([0, -40, 90], [10, 4, 5]), { min: null, max: null }, 30)).toEqual([])
})

test('Points three times as far apart as usual are not joined.', () => {
  expect(gapFromMs(points([0, 1, 1], [10, 1, 1], [20, 1, 1], [90, 1, 1], [100, 1, 1]))).toBe(30)
  expect(gapFromMs([])).toBe(0)
})
