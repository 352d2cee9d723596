import type { Area, Polygon } from '@lading/shared/domain/area'
import { areaBounds, areaReachM } from '@lading/shared/geo/area/area-bounds'
import { checkArea } from '@lading/shared/geo/area/check-area'
import { edgeDistanceM } from '@lading/shared/geo/area/edge-distance'
import { fromFeature, toFeature } from '@lading/shared/geo/area/geojson'
import { areaOutline } from '@lading/shared/geo/area/outline'
import { contains } from '@lading/shared/geo/bbox'
import { distanceKm } from '@lading/shared/geo/distance'
import { pointAt } from '@lading/shared/geo/great-circle'
import type { LonLat } from '@lading/shared/geo/point'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

const square = (west: number, south: number, east: number, north: number): Polygon => ({
  shape: 'polygon',
  ring: [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
})
const checked = (area: Area) => checkArea(area).area as Area
const problem = (area: Area) => checkArea(area).problems?.[0]
const ring = (...points: LonLat[]): Polygon => ({ shape: 'polygon', ring: points })

describe('How far it is to the edge of an area', () => {
  const rotterdam: Area = { shape: 'circle', centre: [4.14, 51.95], radiusM: 5000 }
  it('is below zero within and above zero outside, for every shape.', () => {
    expect(edgeDistanceM(rotterdam, { lat: 51.95, lon: 4.14 })).toBe(-5000)
    expect(edgeDistanceM(rotterdam, pointAt({ lat: 51.95, lon: 4.14 }, 90, 6))).toBeCloseTo(1000, 3)
    const box = square(4, 51, 5, 52)
    expect(edgeDistanceM(box, { lat: 51.5, lon: 4.99 })).toBeCloseTo(-1000 * distanceKm({ lat: 51.5, lon: 4.99 }, { lat: 51.5, lon: 5 }), 0)
    expect(edgeDistanceM(box, { lat: 52.1, lon: 4.5 })).toBeCloseTo(1000 * distanceKm({ lat: 52.1, lon: 4.5 }, { lat: 52, lon: 4.5 }), 0)
    const corridor: Area = {
      shape: 'corridor',
      line: [
        [4, 51],
        [6, 51],
      ],
      widthM: 20_000,
    }
    expect(edgeDistanceM(corridor, { lat: 51, lon: 5 })).toBeCloseTo(-10_000, 0)
    expect(edgeDistanceM(corridor, { lat: 51.2, lon: 5 })).toBeGreaterThan(12_000)
    // Beyond its end it is round.
    expect(edgeDistanceM(corridor, { lat: 51, lon: 6.1 })).toBeLessThan(0)
  })

  test.each([
    ['a polygon', square(170, -20, -170, -10)],
    [
      'a corridor',
      {
        shape: 'corridor',
        line: [
          [170, -15],
          [-170, -15],
        ],
        widthM: 1_000_000,
      } satisfies Area,
    ],
    ['a circle', { shape: 'circle', centre: [179, -15], radiusM: 500_000 } satisfies Area],
  ])('is told of %s over the antimeridian from both sides of it.', (_, area) => {
    for (const lon of [176, 180, -180, -179]) expect(edgeDistanceM(area, { lat: -15, lon })).toBeLessThan(0)
    for (const lon of [160, -160, 0]) expect(edgeDistanceM(area, { lat: -15, lon })).toBeGreaterThan(0)
    for (const lon of [179.5, -179.5]) expect(contains(areaBounds(area), { lat: -15, lon })).toBe(true)
    expect(contains(areaBounds(area), { lat: -15, lon: 0 })).toBe(false)
  })

  it('is told of a circle around a pole on every meridian.', () => {
    const pole: Area = { shape: 'circle', centre: [0, 90], radiusM: 500_000 }
    for (const lon of [-180, -90, 0, 90, 179]) {
      expect(edgeDistanceM(pole, { lat: 89, lon })).toBeLessThan(0)
      expect(edgeDistanceM(pole, { lat: 85, lon })).toBeGreaterThan(0)
      expect(contains(areaBounds(pole), { lat: 86, lon })).toBe(true)
    }
  })

  it('agrees with the outline that is drawn, and with the box.', () => {
    const anywhere = fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -75, max: 75, noNaN: true }),
      radiusM: fc.integer({ min: 10, max: 1_000_000 }),
      bearing: fc.double({ min: 0, max: 360, noNaN: true }),
      share: fc.double({ min: 0.01, max: 2, noNaN: true }),
    })
    fc.assert(
      fc.property(anywhere, ({ lon, lat, radiusM, bearing, share }) => {
        const area: Area = { shape: 'circle', centre: [lon, lat], radiusM }
        for (const [edgeLon, edgeLat] of areaOutline(area)) {
          expect(Math.abs(edgeDistanceM(area, { lon: edgeLon, lat: edgeLat }))).toBeLessThan(1)
        }
        const point = pointAt({ lat, lon }, bearing, (share * radiusM) / 1000)
        if (share < 0.999) expect(contains(areaBounds(area), point)).toBe(true)
        expect(edgeDistanceM(area, point) < 0).toBe(share < 1)
      }),
      { numRuns: 100 },
    )
  })

  it('of a corridor agrees with its outline, at bends as well and over the antimeridian.', () => {
    const bent: Area = {
      shape: 'corridor',
      line: [
        [-1.5, 50.2],
        [0.5, 50.5],
        [1.5, 51.05],
        [1.2, 51.9],
      ],
      widthM: 45_000,
    }
    const over: Area = {
      shape: 'corridor',
      line: [
        [178, -15],
        [-179, -17],
        [-176, -15],
      ],
      widthM: 30_000,
    }
    for (const area of [bent, over]) {
      const outline = areaOutline(area)
      for (const [lon, lat] of outline) expect(Math.abs(edgeDistanceM(area, { lon, lat }))).toBeLessThan(0.03 * area.widthM)
      for (const [index, [lon]] of outline.slice(1).entries()) expect(Math.abs(lon - (outline[index]?.[0] ?? 0))).toBeLessThan(5)
    }
  })

  it('can be as deep as half the width where an area is narrow.', () => {
    expect(areaReachM(square(0, 0, 1, 0.01))).toBeGreaterThan(450)
    expect(areaReachM(square(0, 0, 1, 0.01))).toBeLessThan(560)
  })
})

describe('A drawn area', () => {
  it('is closed, turned counterclockwise and rid of points that repeat.', () => {
    const clockwise = ring([4, 51], [4, 52], [4, 52], [5, 52], [5, 51])
    expect(checked(clockwise)).toEqual(ring([4, 51], [5, 51], [5, 52], [4, 52], [4, 51]))
    expect(checked(square(4, 51, 5, 52))).toEqual(square(4, 51, 5, 52))
    // Across the antimeridian which way it turns is told by the shorter way round.
    expect(checked(square(170, -20, -170, -10))).toEqual(square(170, -20, -170, -10))
  })

  it('keeps its longitudes within ±180°, wherever the map was scrolled to.', () => {
    expect(checked({ shape: 'circle', centre: [184, 10], radiusM: 100 })).toMatchObject({ centre: [-176, 10] })
  })

  it('that crosses itself is refused, with the edges and the place.', () => {
    const bow = ring([0, 0], [2, 2], [2, 0], [0, 2])
    expect(problem(bow)).toEqual({
      code: 'crosses',
      path: '/ring/2',
      message: 'the ring crosses itself: edge 3–4 meets edge 1–2 at longitude 1, latitude 1',
      at: [1, 1],
      params: { one: '1–2', other: '3–4' },
    })
    const overTheDateLine = ring([179, 0], [-179, 2], [-179, 0], [179, 2])
    expect(problem(overTheDateLine)?.at).toEqual([-180, 1])
    const spike = ring([0, 0], [2, 0], [2, 2], [2, -1])
    expect(problem(spike)?.message).toContain('crosses itself')
    const touching = ring([0, 0], [4, 0], [4, 4], [2, 0], [0, 4])
    expect(problem(touching)?.message).toContain('crosses itself')
  })

  it('that encloses nothing, goes round a pole or spans half the globe in one step is refused.', () => {
    expect(problem(ring([0, 0], [1, 1], [0, 0]))?.message).toContain('three different points')
    expect(problem(ring([0, 0], [1, 1], [2, 2]))?.message).toMatch(/crosses itself|one line/)
    expect(problem(ring([-120, 70], [0, 70], [120, 70]))?.message).toContain('round a pole')
    expect(problem(ring([-90, 0], [90, 0], [90, 10], [-90, 10]))).toMatchObject({ path: '/ring/1' })
    const nowhere: Area = {
      shape: 'corridor',
      line: [
        [1, 1],
        [1, 1],
      ],
      widthM: 100,
    }
    expect(problem(nowhere)?.path).toBe('/line')
  })
})

describe('GeoJSON', () => {
  test.each<Area>([
    { shape: 'circle', centre: [4.14, 51.95], radiusM: 5000 },
    square(170, -20, -170, -10),
    {
      shape: 'corridor',
      line: [
        [4, 51],
        [6, 52],
      ],
      widthM: 2000,
    },
  ])('says a $shape so that it comes back as it was.', (area) => {
    expect(fromFeature(toFeature(area)).areas).toEqual([area])
  })

  it('of other programs may have altitudes and several polygons; holes, missing sizes and other shapes are refused with where.', () => {
    const polygon = (rings: unknown) => fromFeature({ geometry: { type: 'Polygon', coordinates: rings }, properties: {} })
    const { ring: outer } = square(0, 0, 4, 4)
    expect(polygon([outer.map((point) => [...point, 12])]).areas).toEqual([square(0, 0, 4, 4)])
    expect(polygon([outer, square(1, 1, 2, 2).ring]).problems).toMatchObject([{ path: '/geometry/coordinates/1' }])
    const two = { type: 'MultiPolygon', coordinates: [[outer], [square(9, 9, 10, 10).ring]] }
    expect(fromFeature({ geometry: two, properties: {} }).areas).toHaveLength(2)
    const point = { type: 'Point', coordinates: [4, 51] }
    expect(fromFeature({ geometry: point, properties: {} }).problems).toMatchObject([{ path: '/properties/radiusM' }])
    expect(fromFeature({ geometry: point, properties: { radiusM: 1 } }).problems?.[0]?.message).toContain('10')
    expect(fromFeature({ geometry: { type: 'Point', coordinates: [4, 'x'] }, properties: { radiusM: 100 } }).problems).toHaveLength(1)
    expect(polygon([[[0, 0], 'x', [4, 99]]]).problems?.map(({ path }) => path)).toEqual([
      '/geometry/coordinates/0/1',
      '/geometry/coordinates/0/2',
    ])
    expect(fromFeature({ geometry: { type: 'GeometryCollection', coordinates: null }, properties: {} }).problems).toHaveLength(1)
  })
})
