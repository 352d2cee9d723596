import { expect, test } from 'vitest'
import { formatPercent } from '../../src/format/percent.ts'

test.each([
  [0, '0%'],
  [0.29, '29%'],
  [0.996, '99%'],
  [1, '100%'],
])('A share of %d of the route is told as %s: nothing is there before it is there.', (share, expected) => {
  expect(formatPercent(share)).toBe(expected)
})
