import { expect, test } from 'vitest'
import { rowAfterKey, rowsInView } from '../../../src/views/parts/rows.ts'

test('Of thousands of rows only those in sight exist, and a few more on either side.', () => {
  expect(rowsInView(0, 800, 80, 2000)).toEqual({ first: 0, last: 16 })
  expect(rowsInView(80_000, 800, 80, 2000)).toEqual({ first: 994, last: 1016 })
  expect(rowsInView(159_200, 800, 80, 2000)).toEqual({ first: 1984, last: 2000 })
})

test('A list that became shorter than where it was scrolled to shows nothing rather than failing.', () => {
  expect(rowsInView(80_000, 800, 80, 3)).toEqual({ first: 3, last: 3 })
})

test.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 4, 3],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 9, 9],
  ['ArrowDown', -1, 0],
  ['PageDown', 0, 6],
  ['PageDown', 7, 9],
  ['Home', 7, 0],
  ['End', 2, 9],
  ['Tab', 2, undefined],
] as const)('In ten rows %s leads from row %d to %s.', (key, from, to) => {
  expect(rowAfterKey(key, from, 10, 6)).toBe(to)
})

test('In an empty list no key leads anywhere.', () => {
  expect(rowAfterKey('ArrowDown', -1, 0, 6)).toBeUndefined()
})
