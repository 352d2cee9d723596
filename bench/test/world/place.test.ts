import type { TradeLane } from '@lading/bench/world/lanes'
import { placeOn } from '@lading/bench/world/place'
import { distanceKm } from '@lading/shared/geo/distance'
import { createLine } from '@lading/simulators/movement/line'
import { createRandom } from '@lading/simulators/random/random'
import { expect, test } from 'vitest'

const at = (code: string, lon: number) => ({
  ...{ code, name: code, kind: 'port' as const, country: 'NL', lat: 0, lon, zone: 'UTC', geofenceRadiusKm: 5 },
})
const line = createLine([
  [0, 0],
  [40, 0],
])
const lane: TradeLane = { number: 0, legs: [{ mode: 'sea', carrier: 'Northsea Line', origin: at('A', 0), destination: at('B', 40), line }] }

test('Shipments are crowded at both ends of a lane, and the others lie along it.', () => {
  const places = Array.from({ length: 1000 }, (_, number) => placeOn(lane, createRandom(number)))
  const near = (lon: number) => places.filter((place) => distanceKm(place, { lat: 0, lon }) < 20).length
  expect(near(0)).toBeGreaterThan(150)
  expect(near(40)).toBeGreaterThan(150)
  expect(places.filter(({ lon }) => lon > 5 && lon < 35).length).toBeGreaterThan(300)
  for (const { lat } of places) expect(Math.abs(lat)).toBeLessThan(1)
})

test('The same number is the same shipment in the same place.', () => {
  expect(placeOn(lane, createRandom(7))).toEqual(placeOn(lane, createRandom(7)))
})
