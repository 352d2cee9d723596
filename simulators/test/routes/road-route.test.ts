import { distanceKm } from '@lading/shared/geo/distance'
import { lengthKm } from '@lading/shared/geo/great-circle'
import { toPoint } from '@lading/shared/geo/point'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roadRoute } from '../../src/routes/road-route.ts'

const place = fc.record({ lat: fc.double({ min: -60, max: 65, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) })

it('A road starts and ends where it should, bends a little, and is the same for everybody.', () => {
  fc.assert(
    fc.property(place, fc.double({ min: 0.1, max: 4, noNaN: true }), fc.double({ min: 0.1, max: 4, noNaN: true }), (from, north, east) => {
      const to = { lat: from.lat + north, lon: Math.min(180, from.lon + east) }
      const road = roadRoute([from, to])
      expect(distanceKm(toPoint(road[0] ?? [0, 0]), from)).toBeLessThan(0.01)
      expect(distanceKm(toPoint(road.at(-1) ?? [0, 0]), to)).toBeLessThan(0.01)
      expect(lengthKm(road)).toBeGreaterThanOrEqual(distanceKm(from, to) * 0.999)
      expect(lengthKm(road)).toBeLessThan(distanceKm(from, to) * 1.7)
      expect(roadRoute([from, to])).toEqual(road)
    }),
  )
})
