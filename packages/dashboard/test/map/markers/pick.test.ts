import { expect, test } from 'vitest'
import type { Marker } from '../../../src/map/markers/markers.ts'
import { pick } from '../../../src/map/markers/pick.ts'
import { mercator } from '../../../src/map/mercator.ts'

const look: Marker['look'] = { mode: 'sea', state: 'in-transit', heading: 90, stale: false, severity: null, selected: false }
const marker = (id: string, lat: number, lon: number): Marker => ({ ...mercator(lat, lon), id, look })
const size = 1024
const view = { left: 0, top: 0, size }
const pixel = (lat: number, lon: number) => ({ x: mercator(lat, lon).x * size, y: mercator(lat, lon).y * size })

test('A click beside a marker still hits it, one farther off does not.', () => {
  const markers = [marker('a', 50, 4)]
  const { x, y } = pixel(50, 4)
  expect(pick(markers, view, { x: x + 12, y })?.id).toBe('a')
  expect(pick(markers, view, { x: x + 20, y })).toBeUndefined()
})

test('Of several markers within reach the nearest is meant.', () => {
  const markers = [marker('a', 50, 4), marker('b', 50, 7)]
  expect(pick(markers, view, pixel(50, 6.5))?.id).toBe('b')
})

test('Of markers in one place the one on top is meant.', () => {
  expect(pick([marker('below', 50, 4), marker('above', 50, 4)], view, pixel(50, 4))?.id).toBe('above')
})

test('A marker can be clicked on the next world too.', () => {
  const { x, y } = pixel(0, 179)
  expect(pick([marker('a', 0, 179)], { ...view, left: -size }, { x, y })?.id).toBe('a')
})

test('What is larger than a marker is hit as far as it reaches.', () => {
  const { x, y } = pixel(50, 4)
  const disc = { ...mercator(50, 4), reachPx: 30 }
  expect(pick([disc], view, { x: x + 28, y })).toBe(disc)
  expect(pick([disc], view, { x: x + 32, y })).toBeUndefined()
})
