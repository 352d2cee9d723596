import type { LonLat } from '@lading/shared/geo/point'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrowest } from '../../src/map/markers/narrowest.ts'
import { onEveryWorld, unwrap } from '../../src/map/unwrap.ts'

const lonLats = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
) as fc.Arbitrary<LonLat>

test('A route over the Pacific goes on eastwards instead of jumping back across the world.', () => {
  expect(
    unwrap([
      [139.8, 35.6],
      [179, 48],
      [-178, 48],
      [-118.3, 33.7],
    ]).map(([lon]) => Math.round(lon)),
  ).toEqual([140, 179, 182, 242])
})

test('There and back again ends on the world where it began.', () => {
  expect(
    unwrap([
      [170, 0],
      [-170, 0],
      [170, 0],
    ] as LonLat[]).map(([lon]) => lon),
  ).toEqual([170, 190, 170])
})

test('No step of an unwrapped line is longer than half the world, and every point stays where it is on the globe.', () => {
  fc.assert(
    fc.property(fc.array(lonLats, { minLength: 2 }), (line) => {
      const unwrapped = unwrap(line)
      for (const [index, [lon]] of unwrapped.entries()) {
        const original = line[index]?.[0] ?? 0
        expect(Math.abs(Math.round((lon - original) / 360) * 360 - (lon - original))).toBeLessThan(1e-9)
        if (index > 0) expect(Math.abs(lon - (unwrapped[index - 1]?.[0] ?? 0))).toBeLessThanOrEqual(180 + 1e-9)
      }
    }),
  )
})

test('A line is drawn on the worlds on both sides too, latitude first as the map wants it.', () => {
  expect(onEveryWorld([[170, 10]])).toEqual([[[10, -190]], [[10, 170]], [[10, 530]]])
})

test('Ships on both sides of the antimeridian are brought into view side by side.', () => {
  const lons = narrowest([
    [175, 0],
    [-175, 0],
    [160, 0],
  ] as LonLat[]).map(([lon]) => lon)
  expect(Math.max(...lons) - Math.min(...lons)).toBe(25)
})

test('A fleet that does not lie there stays where it is.', () => {
  const fleet: LonLat[] = [
    [4, 52],
    [-70, 40],
    [100, 1],
  ]
  expect(narrowest(fleet)).toEqual(fleet)
})
