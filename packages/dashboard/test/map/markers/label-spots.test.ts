import { expect, test } from 'vitest'
import { labelSpots } from '../../../src/map/markers/label-spots.ts'

const area = { width: 800, height: 600 }
const at = (x: number, y: number) => labelSpots({ x, y }, 150, area).map(({ direction }) => direction)

test('A name stands to the right of its place where there is room, on any side otherwise.', () => {
  expect(at(400, 300)).toEqual(['right', 'left', 'top', 'bottom'])
})

test('No name is cut off by the edge of the map.', () => {
  expect(at(790, 300)).toEqual(['left'])
  expect(at(400, 4)).toEqual(['bottom'])
  expect(at(-60, 300)).toEqual([])
})

test('No spot covers the place itself.', () => {
  for (const { box } of labelSpots({ x: 400, y: 300 }, 150, area))
    expect(box.left >= 407 || box.right <= 393 || box.top >= 307 || box.bottom <= 293).toBe(true)
})
