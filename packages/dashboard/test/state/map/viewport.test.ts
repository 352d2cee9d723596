import { expect, test } from 'vitest'
import { bboxOf } from '../../../src/state/map/viewport.ts'

test.each([
  ['within one world', { west: 4, south: 51, east: 5, north: 52 }, '4,51,5,52'],
  ['over the antimeridian', { west: 170, south: -10, east: 200, north: 10 }, '170,-10,-160,10'],
  ['on the next world', { west: 364, south: 51, east: 365, north: 52 }, '4,51,5,52'],
  ['all of it and more', { west: -250, south: -95, east: 250, north: 95 }, '-180,-90,180,90'],
])('A map %s asks for a box that the api reads.', (_, bounds, expected) => {
  expect(bboxOf(bounds)).toBe(expected)
})
