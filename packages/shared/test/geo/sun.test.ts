import { edgeDistanceM } from '@lading/shared/geo/area/edge-distance'
import { areaOutline } from '@lading/shared/geo/area/outline'
import { nightArea, subsolarPoint } from '@lading/shared/geo/sun'
import { expect, test } from 'vitest'

/** Published: the declination of the sun in degrees, and by how many minutes a sundial is ahead of the clock. */
test.each([
  // Meeus, Astronomical Algorithms, 2nd edition, example 25.a (0h dynamical time).
  ['1992-10-13T00:00:00Z', -7.785, undefined],
  // Equinoxes and solstices of 2026, as the U.S. Naval Observatory has them, to the minute.
  ['2026-03-20T14:46:00Z', 0, undefined],
  ['2026-06-21T08:25:00Z', 23.435, undefined],
  ['2026-09-23T00:05:00Z', 0, undefined],
  ['2026-12-21T20:50:00Z', -23.435, undefined],
  // The extremes of the equation of time.
  ['2026-02-11T12:00:00Z', undefined, -14.2],
  ['2026-11-03T12:00:00Z', undefined, 16.45],
])('At %s the sun stands where almanacs have it.', (at, declination, aheadMinutes) => {
  const { lat, lon } = subsolarPoint(Date.parse(at))
  if (declination !== undefined) expect(Math.abs(lat - declination)).toBeLessThan(0.015)
  // Four minutes a degree; at 12:00 UTC a sundial at Greenwich that is ahead has had its noon.
  if (aheadMinutes !== undefined) expect(Math.abs(-lon * 4 - aheadMinutes)).toBeLessThan(0.1)
})

test('It is night in Sydney at noon of Greenwich, and day in Lagos; in June at the south pole, in December at the north pole.', () => {
  const isNight = (at: string, lat: number, lon: number) => edgeDistanceM(nightArea(Date.parse(at)), { lat, lon }) < 0
  expect(isNight('2026-11-28T12:00:00Z', -33.87, 151.21)).toBe(true)
  expect(isNight('2026-11-28T12:00:00Z', 6.45, 3.4)).toBe(false)
  for (const lon of [-180, -60, 60]) {
    expect([isNight('2026-06-21T12:00:00Z', -89, lon), isNight('2026-06-21T12:00:00Z', 89, lon)]).toEqual([true, false])
    expect([isNight('2026-12-21T12:00:00Z', -89, lon), isNight('2026-12-21T12:00:00Z', 89, lon)]).toEqual([false, true])
  }
})

test.each(['2026-06-21T12:00:00Z', '2026-11-28T03:00:00Z', '2026-03-01T18:00:00Z'])(
  'Drawn at %s it goes once round the world and along its dark edge.',
  (at) => {
    const ring = areaOutline(nightArea(Date.parse(at)), 720)
    const lons = ring.map(([lon]) => lon)
    expect(Math.max(...lons) - Math.min(...lons)).toBeCloseTo(360, 6)
    expect(ring.filter(([, lat]) => Math.abs(lat) === 90)).toHaveLength(2)
    // No step jumps across the map.
    for (const [index, lon] of lons.slice(1, -3).entries()) expect(Math.abs(lon - (lons[index] as number))).toBeLessThan(60)
  },
)
