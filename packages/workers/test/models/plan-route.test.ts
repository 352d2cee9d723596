import { modes } from '@lading/shared/domain/mode'
import { distanceKm } from '@lading/shared/geo/distance'
import { lengthKm } from '@lading/shared/geo/great-circle'
import { normaliseLon, type Point, toPoint } from '@lading/shared/geo/point'
import { planRoute, routePointsMax } from '@lading/workers/models/plan-route/plan-route'
import { createSeaLanes } from '@lading/workers/models/plan-route/sea-lanes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const lanes = createSeaLanes()
const shanghai = { lat: 31.23, lon: 121.8 }
const losAngeles = { lat: 33.74, lon: -118.27 }
const rotterdam = { lat: 51.95, lon: 4.05 }
const newYork = { lat: 40.67, lon: -74.05 }
const felixstowe = { lat: 51.95, lon: 1.32 }
const auckland = { lat: -36.84, lon: 174.8 }
const valparaiso = { lat: -33.03, lon: -71.62 }
const singapore = { lat: 1.26, lon: 103.8 }

// Nautical miles as carriers' distance tables have them, give or take the choice of strait and the coarse lanes.
const distances: [string, Point, Point, number][] = [
  ['Shanghai to Rotterdam through Suez', shanghai, rotterdam, 10_500],
  ['Shanghai to Los Angeles across the Pacific', shanghai, losAngeles, 5_700],
  ['Rotterdam to New York', rotterdam, newYork, 3_400],
  ['Singapore to Rotterdam', singapore, rotterdam, 8_300],
  ['Auckland to Valparaíso', auckland, valparaiso, 5_200],
]

describe('a planned sea route', () => {
  test.each(distances)('%s is as long as the trade says, within 12 percent.', (_, from, to, nauticalMiles) => {
    const length = lengthKm(planRoute('sea', from, to, lanes)) / 1.852
    expect(length).toBeGreaterThan(nauticalMiles * 0.88)
    expect(length).toBeLessThan(nauticalMiles * 1.12)
  })

  test('It goes across the antimeridian rather than round the world.', () => {
    const route = planRoute('sea', shanghai, losAngeles, lanes)
    expect(route.some(([lon]) => Math.abs(lon) > 175)).toBe(true)
    for (const [index, [lon]] of route.entries()) {
      if (index > 0) expect(Math.abs(normaliseLon(lon - (route[index - 1]?.[0] ?? lon)))).toBeLessThan(60)
    }
  })

  test('A short crossing stays short, although the lanes are coarse.', () => {
    const route = planRoute('sea', felixstowe, rotterdam, lanes)
    expect(lengthKm(route)).toBeLessThan(2.2 * distanceKm(felixstowe, rotterdam))
  })
})

describe('a planned route', () => {
  const place = fc.record({ lat: fc.double({ min: -65, max: 70, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) })

  test('Whatever the mode and the places, it begins and ends at the places, and stays short enough to draw.', () => {
    fc.assert(
      fc.property(fc.constantFrom(...modes), place, place, (mode, from, to) => {
        const route = planRoute(mode, from, to, lanes)
        expect(route.length).toBeGreaterThanOrEqual(2)
        expect(route.length).toBeLessThanOrEqual(routePointsMax)
        expect(distanceKm(toPoint(route[0] as [number, number]), from)).toBeLessThan(0.01)
        expect(distanceKm(toPoint(route.at(-1) as [number, number]), to)).toBeLessThan(0.01)
        for (const [lon, lat] of route) {
          expect(Math.abs(lon)).toBeLessThanOrEqual(180)
          expect(Math.abs(lat)).toBeLessThanOrEqual(90)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('Two places less than a metre apart, where a lane ends too, still have a beginning and an end.', () => {
    const from = { lat: 0, lon: 179.999995 }
    expect(planRoute('sea', from, { lat: 0, lon: 179.9999983 }, lanes)).toHaveLength(2)
  })

  test.each(['air', 'road', 'rail', 'parcel'] as const)('By %s it is the great circle.', (mode) => {
    expect(lengthKm(planRoute(mode, rotterdam, newYork, lanes))).toBeCloseTo(distanceKm(rotterdam, newYork), 0)
  })
})
