import { percentiles } from '@lading/bench/platform/percentiles'
import { expect, test } from 'vitest'

test('Of a hundred values the hundredth is the 99th percentile, and of none there is none.', () => {
  expect(percentiles(Array.from({ length: 100 }, (_, index) => 100 - index))).toEqual({ p50Ms: 51, p99Ms: 100 })
  expect(percentiles([])).toEqual({ p50Ms: null, p99Ms: null })
})
