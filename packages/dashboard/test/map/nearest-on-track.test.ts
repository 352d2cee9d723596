import { expect, test } from 'vitest'
import { spotsOf, spotsUntil, timeNear } from '../../src/map/nearest-on-track.ts'

const track = (...lons: number[]) => ({ atMs: lons.map((_, index) => index * 100), lat: lons.map(() => 0), lon: lons, gaps: [] })
const world = { left: 0, top: 0, size: 3600 }

test('A pixel beside a way is as late as the way is there.', () => {
  const way = track(0, 10, 20)
  expect(timeNear(spotsOf(way), way, world, { x: 1850, y: 1805 }, 12)).toBeCloseTo(50)
  expect(timeNear(spotsOf(way), way, world, { x: 1995, y: 1800 }, 12)).toBeCloseTo(195)
  expect(timeNear(spotsOf(way), way, world, { x: 1850, y: 1820 }, 12)).toBeUndefined()
})

test('Where a way comes back, the later time counts.', () => {
  const way = track(0, 10, 0)
  expect(timeNear(spotsOf(way), way, world, { x: 1850, y: 1800 }, 12)).toBeCloseTo(150)
})

test('A way over the edge of the world is found on either side of it.', () => {
  const way = track(175, 185)
  for (const x of [3590, 3590 - 3600, 3590 + 3600]) expect(timeNear(spotsOf(way), way, world, { x, y: 1800 }, 12)).toBeCloseTo(40)
})

test('The way up to a time ends where something was then.', () => {
  const way = track(0, 10, 20)
  const spots = spotsOf(way)
  expect(spotsUntil(spots, way, -1)).toEqual([])
  expect(spotsUntil(spots, way, 150).map(({ x }) => Math.round(x * 3600))).toEqual([1800, 1900, 1950])
  expect(spotsUntil(spots, way, 999)).toEqual(spots)
})
