import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeTicks } from '../../src/charts/eta-chart.tsx'
import { linear, niceTicks, rangeOf } from '../../src/charts/scale.ts'

test('A scale maps ends to ends and the middle to the middle.', () => {
  const y = linear({ from: 2, to: 8 }, { from: 100, to: 0 })
  expect([y(2), y(5), y(8)]).toEqual([100, 50, 0])
})

test('A line that hardly moves is not blown up to the height of the chart.', () => {
  expect(rangeOf([5, 5.2], 4)).toEqual({ from: 3.1, to: 7.1 })
  expect(rangeOf([-2, 20], 4)).toEqual({ from: -2, to: 20 })
})

test('Axes carry round figures.', () => {
  expect(niceTicks({ from: 1.3, to: 8.9 }, 4)).toEqual([2, 4, 6, 8])
  expect(niceTicks({ from: 68, to: 98 }, 4)).toEqual([70, 80, 90])
})

test('Whatever the range, ticks lie within it and there are few of them.', () => {
  fc.assert(
    fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.double({ min: 0.1, max: 1000, noNaN: true }), (from, width) => {
      const range = { from, to: from + width }
      const ticks = niceTicks(range, 4)
      expect(ticks.length).toBeLessThanOrEqual(5)
      for (const tick of ticks) expect(tick >= range.from - 1e-9 && tick <= range.to + 1e-9).toBe(true)
    }),
  )
})

test('A time axis of two weeks is marked in whole days.', () => {
  const from = Date.parse('2026-08-01T07:00:00Z')
  const ticks = timeTicks({ from, to: from + 14 * 24 * 3600_000 })
  expect(ticks.length).toBeGreaterThanOrEqual(2)
  expect(ticks.length).toBeLessThanOrEqual(4)
  for (const tick of ticks) expect(tick % (24 * 3600_000)).toBe(0)
})
