import { bearingDeg, distanceKm } from '@lading/shared/geo/distance'
import { greatCircle, lengthKm, pointBetween } from '@lading/shared/geo/great-circle'
import type { Point } from '@lading/shared/geo/point'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const anywhere = fc.record({ lat: fc.double({ min: -89, max: 89, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) })
const rotterdam: Point = { lat: 51.95, lon: 4.14 }
const shanghai: Point = { lat: 31.23, lon: 121.47 }

it('knows the length of a quarter of the equator', () => {
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 90 })).toBeCloseTo((6371.0088 * Math.PI) / 2, 3)
})

it('is the same both ways, and zero only on the spot', () => {
  fc.assert(fc.property(anywhere, anywhere, (a, b) => Math.abs(distanceKm(a, b) - distanceKm(b, a)) < 1e-9))
  expect(distanceKm(rotterdam, rotterdam)).toBe(0)
})

it('measures across the antimeridian the short way', () => {
  expect(distanceKm({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111.19, 1)
})

it('points east along the equator and north along a meridian', () => {
  expect(bearingDeg({ lat: 0, lon: 0 }, { lat: 0, lon: 10 })).toBeCloseTo(90)
  expect(bearingDeg({ lat: 10, lon: 5 }, { lat: 20, lon: 5 })).toBeCloseTo(0)
})

it('divides a great circle in proportion', () => {
  const whole = distanceKm(rotterdam, shanghai)
  const third = pointBetween(rotterdam, shanghai, 1 / 3)
  expect(distanceKm(rotterdam, third)).toBeCloseTo(whole / 3, 6)
  expect(distanceKm(third, shanghai)).toBeCloseTo((whole * 2) / 3, 6)
})

it('draws a great circle as long as the distance, in steps no longer than asked for', () => {
  fc.assert(
    fc.property(anywhere, anywhere, (a, b) => {
      // Between antipodes there is no one great circle.
      fc.pre(distanceKm(a, b) < 20_000)
      const line = greatCircle(a, b, 500)
      expect(lengthKm(line)).toBeCloseTo(distanceKm(a, b), 3)
      expect(distanceKm(a, b) / (line.length - 1)).toBeLessThanOrEqual(500)
    }),
    { numRuns: 50 },
  )
})
