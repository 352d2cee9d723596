import { gapsBetween } from '@lading/shared/domain/track-gap'
import { expect, it } from 'vitest'

const hours = (...times: number[]) => times.map((hour) => hour * 3600_000)
const gap = (from: number, until: number) => ({ fromMs: from * 3600_000, untilMs: until * 3600_000 })

it('Two hours without a fix are no gap, more are.', () => {
  expect(gapsBetween(hours(0, 0.25, 0.5, 2.5, 5, 5.25, 5.5))).toEqual([gap(2.5, 5)])
})

it('A device that reports every six hours has a gap when three reports are missing.', () => {
  expect(gapsBetween(hours(0, 6, 12, 18, 36, 42, 61, 67))).toEqual([gap(42, 61)])
})

it('Without fixes there is nothing between them.', () => {
  expect(gapsBetween([])).toEqual([])
  expect(gapsBetween(hours(3))).toEqual([])
})
