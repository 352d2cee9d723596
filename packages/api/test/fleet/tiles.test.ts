import { contains } from '@lading/shared/geo/bbox'
import { mercator } from '@lading/shared/geo/mercator'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTiles } from '../../src/fleet/tiles.ts'

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
const point = fc.record({ lat: degrees(90), lon: degrees(180), openAlerts: fc.nat(2) })
const points = fc.array(point, { maxLength: 60 })
const box = fc
  .tuple(degrees(90), degrees(90), degrees(180), degrees(180))
  .map(([a, b, west, east]) => ({ west, east, south: Math.min(a, b), north: Math.max(a, b) }))
const world = { west: -180, south: -90, east: 180, north: 90 }

describe('Points by tile', () => {
  it('Finds exactly what is in a box, also across the antimeridian and at the poles.', () => {
    fc.assert(
      fc.property(points, box, (all, bbox) => {
        const expected = all.flatMap((each, index) => (contains(bbox, each) ? [index] : []))
        expect(
          createTiles(all)
            .within(bbox, 60)
            ?.toSorted((a, b) => a - b),
        ).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('Says that there are too many, and never that when there are not.', () => {
    fc.assert(
      fc.property(points, box, fc.nat(20), (all, bbox, most) => {
        const inBox = all.filter((each) => contains(bbox, each)).length
        expect(createTiles(all).within(bbox, most) === undefined).toBe(inBox > most)
      }),
    )
  })

  it('Every point of the world is in one tile of each level, in the middle of whose points the tile is told.', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 16 }), (all, level) => {
        const tiles = new Map<string, typeof all>()
        for (const each of all) {
          const { x, y } = mercator(each.lat, each.lon)
          const tile = (share: number) => Math.min(2 ** level - 1, Math.max(0, Math.floor(share * 2 ** level)))
          const key = `${tile(x)} ${tile(y)}`
          tiles.set(key, [...(tiles.get(key) ?? []), each])
        }
        const expected = [...tiles.values()].map((some) => [some.length, some.reduce((sum, { openAlerts }) => sum + openAlerts, 0)])
        const sums = createTiles(all).sums(world, level)
        const sort = (rows: number[][]) => rows.map(String).toSorted()
        expect(sort(sums.map(({ count, openAlerts }) => [count, openAlerts]))).toEqual(sort(expected))
        for (const { lat, lon, count, first } of sums)
          if (count === 1) expect(all[first]).toMatchObject({ lat: expect.closeTo(lat, 6), lon: expect.closeTo(lon, 6) })
      }),
    )
  })
})
