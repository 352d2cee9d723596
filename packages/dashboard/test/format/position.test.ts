import type { Location } from '@lading/shared/contract/location'
import { expect, test } from 'vitest'
import { formatCoordinates, placeNear } from '../../src/format/position.ts'

const place = (name: string, kind: Location['kind'], lat: number, lon: number): Location => ({
  code: name,
  name,
  kind,
  country: 'NL',
  lat,
  lon,
  zone: 'Europe/Amsterdam',
  geofenceRadiusKm: 10,
})
const places = [place('Rotterdam', 'port', 51.95, 4.14), place('Duisburg', 'hub', 51.43, 6.76), place('A home', 'address', 52.2, 4.2)]

test('Coordinates are written with their hemispheres.', () => {
  expect(formatCoordinates({ lat: 51.951, lon: 4.049 })).toBe('51.95° N, 4.05° E')
  expect(formatCoordinates({ lat: -33.97, lon: -118.2 })).toBe('33.97° S, 118.20° W')
})

test('Within the fence of a place a device is there, outside so many kilometres from it.', () => {
  expect(placeNear({ lat: 51.96, lon: 4.1 }, places)).toEqual({ name: 'Rotterdam', km: 0 })
  const near = placeNear({ lat: 51.95, lon: 4.6 }, places)
  expect([near?.name, Math.round(near?.km ?? 0)]).toEqual(['Rotterdam', 32])
})

test('Far from every place, and beside somebody’s address, no place is named.', () => {
  expect(placeNear({ lat: 0, lon: 0 }, places)).toBeUndefined()
  expect(placeNear({ lat: 52.2, lon: 4.2 }, places)?.name).toBe('Rotterdam')
  expect(placeNear({ lat: 52.2, lon: 4.2 }, places.slice(2))).toBeUndefined()
})
