import { expect, test } from 'vitest'
import { formatDuration, formatRelative, formatSince } from '../../src/format/relative.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test.each([
  [0, 'now'],
  [20_000, 'now'],
  [-4 * minute, '4 min ago'],
  [80 * minute, 'in 80 min'],
  [3 * hour, 'in 3 hr'],
  [-35 * hour, '35 hr ago'],
  [3 * day, 'in 3 days'],
  [-30 * day, '30 days ago'],
  [61 * day, 'in 2 mo'],
])('%d ms from now is written "%s".', (offset, expected) => {
  expect(formatRelative(1_000_000_000_000 + offset, 1_000_000_000_000)).toBe(expected)
})

test('A report a moment ahead of the clock is not announced for the future.', () => {
  expect(formatSince(1_000_000_000_000 + 2 * minute, 1_000_000_000_000)).toBe('now')
  expect(formatSince(1_000_000_000_000 - 4 * minute, 1_000_000_000_000)).toBe('4 min ago')
})

test.each([
  [-5 * hour, '5 hrs'],
  [26 * hour, '26 hrs'],
  [2 * day, '2 days'],
  [10_000, '1 min'],
])('A difference of %d ms is told as "%s", whichever way it goes.', (difference, expected) => {
  expect(formatDuration(difference)).toBe(expected)
})
