import { distanceKm } from '@lading/shared/geo/distance'
import { pointBetween } from '@lading/shared/geo/great-circle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexAt, placeAt, timedTrack } from '../../../src/state/replay/timed-track.ts'

const start = Date.UTC(2026, 7, 4)
const hour = 3600_000
const at = (hours: number) => start + hours * hour
const fix = (hours: number, lat: number, lon: number) => ({
  ...{ lat, lon, speedKmh: null, headingDeg: null },
  recordedAt: new Date(at(hours)).toISOString(),
})

test('Between two reports something is on the great circle between them, as far as the time has gone.', () => {
  const [shanghai, losAngeles] = [fix(0, 31.2, 121.5), fix(300, 33.7, -118.2)]
  const track = timedTrack([shanghai, losAngeles], [])
  fc.assert(
    fc.property(fc.double({ min: 0, max: 300, noNaN: true }), (hours) => {
      const place = placeAt(track, at(hours))
      const truth = pointBetween(shanghai, losAngeles, hours / 300)
      expect(distanceKm(place as NonNullable<typeof place>, truth)).toBeLessThan(1)
    }),
  )
})

test('A way over the antimeridian goes on rather than across the world.', () => {
  const { lon } = timedTrack([fix(0, 0, 178), fix(10, 0, -179), fix(20, 0, 179)], [])
  expect(lon.at(0)).toBe(178)
  expect(Math.max(...lon)).toBeCloseTo(181)
  expect(lon.at(-1)).toBeCloseTo(179)
})

test('What moves points to where it goes; what stands points nowhere.', () => {
  const track = timedTrack([fix(0, 50, 4), fix(1, 50.5, 4), fix(5, 50.5, 4)], [])
  expect(placeAt(track, at(0.5))).toMatchObject({ headingDeg: 0, sure: true })
  expect(placeAt(track, at(3))).toMatchObject({ lat: 50.5, lon: 4, headingDeg: undefined, sure: true })
})

test('In a gap its place is not sure, nor is it two hours after the last report.', () => {
  const track = timedTrack(
    [fix(0, 50, 4), fix(1, 50, 4.2), fix(9, 50, 6), fix(10, 50, 6.2)],
    [{ from: fix(1, 0, 0).recordedAt, until: fix(9, 0, 0).recordedAt }],
  )
  expect([0.5, 1, 5, 9, 10, 11.5, 12.5].map((hours) => placeAt(track, at(hours))?.sure)).toEqual([
    true,
    true,
    false,
    true,
    true,
    true,
    false,
  ])
})

test('Before its first report it is where that was, and after its last one where that was.', () => {
  const track = timedTrack([fix(2, 50, 4), fix(3, 51, 4)], [])
  expect(placeAt(track, at(0))).toMatchObject({ lat: 50, lon: 4 })
  expect(placeAt(track, at(4))).toMatchObject({ lat: 51, lon: 4 })
  expect(placeAt(timedTrack([], []), at(0))).toBeUndefined()
})

test('Of points at times, the last one that is not later is found.', () => {
  const track = { atMs: [10, 20, 20, 30] }
  expect([5, 10, 15, 20, 29, 30, 99].map((ms) => indexAt(track, ms))).toEqual([-1, 0, 0, 2, 2, 3, 3])
})
