import { fixOnRoute, pointAlong } from '@lading/shared/geo/along-route'
import { distanceKm } from '@lading/shared/geo/distance'
import { greatCircle, lengthKm } from '@lading/shared/geo/great-circle'
import type { LonLat } from '@lading/shared/geo/point'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const route: LonLat[] = greatCircle({ lat: 51.9, lon: 4.1 }, { lat: 40.7, lon: -74 }, 50)
const totalKm = lengthKm(route)

it('finds a point of the route where it is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const fix = fixOnRoute(route, pointAlong(route, share * totalKm))
      expect(fix.alongKm).toBeCloseTo(share * totalKm, 0)
      expect(fix.asideKm).toBeLessThan(0.5)
    }),
  )
})

it('says how far beside the route a position is', () => {
  const onEquator: LonLat[] = [
    [0, 0],
    [10, 0],
  ]
  const fix = fixOnRoute(onEquator, { lat: 1, lon: 5 })
  expect(fix.asideKm).toBeCloseTo(111.19, 1)
  expect(fix.alongKm / fix.totalKm).toBeCloseTo(0.5, 3)
})

it('follows a route across the antimeridian', () => {
  const pacific = greatCircle({ lat: 35, lon: 140 }, { lat: 34, lon: -118 }, 50)
  const middle = pointAlong(pacific, lengthKm(pacific) / 2)
  const fix = fixOnRoute(pacific, middle)
  expect(fix.alongKm).toBeCloseTo(lengthKm(pacific) / 2, 0)
  expect(fix.asideKm).toBeLessThan(0.5)
})

it('stays ahead of where it was on a route that comes back to the same place', () => {
  const thereAndBack: LonLat[] = [
    [0, 0],
    [1, 0],
    [0, 0],
  ]
  const position = { lat: 0, lon: 0.25 }
  expect(fixOnRoute(thereAndBack, position).alongKm).toBeCloseTo(27.8, 1)
  expect(fixOnRoute(thereAndBack, position, 100).alongKm).toBeCloseTo(194.6, 0)
})

it('clamps to the ends', () => {
  expect(pointAlong(route, -5)).toEqual({ lon: route[0]?.[0], lat: route[0]?.[1] })
  const end = pointAlong(route, totalKm + 100)
  expect(distanceKm(end, { lat: 40.7, lon: -74 })).toBeLessThan(0.001)
})
