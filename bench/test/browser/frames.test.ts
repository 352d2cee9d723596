import { frameFigures } from '@lading/bench/browser/frames'
import { expect, test } from 'vitest'

test('Of a hundred frames the ninety-sixth longest is the 95th percentile, and the longest is told.', () => {
  const frames = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(frameFigures(frames)).toEqual({ frames: 100, p50FrameMs: 51, p95FrameMs: 96, maxFrameMs: 100 })
})
