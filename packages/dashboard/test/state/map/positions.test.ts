import { expect, test } from 'vitest'
import { isStale, withPositions } from '../../../src/state/map/positions.ts'

const fix = (recordedAt: string, lat: number) => ({ shipmentId: 'a', lat, lon: 4, recordedAt, speedKmh: 20, headingDeg: 90 })

test('A marker moves forward in time and is never pulled back by a late report.', () => {
  const first = withPositions(new Map(), [fix('2026-08-01T12:00:00Z', 1)])
  const second = withPositions(first, [fix('2026-08-01T12:10:00Z', 2)])
  const late = withPositions(second, [fix('2026-08-01T12:05:00Z', 3)])
  expect(second.get('a')?.lat).toBe(2)
  expect(late).toBe(second)
})

test('The same moment written with and without milliseconds is the same moment.', () => {
  const known = withPositions(new Map(), [fix('2026-08-01T12:00:00.000Z', 1)])
  expect(withPositions(known, [fix('2026-08-01T12:00:00Z', 2)])).toBe(known)
})

const position = { lat: 1, lon: 4, recordedAt: '2026-08-01T12:00:00Z' }

test.each([
  ['in-transit', '2026-08-01T14:00:00Z', false],
  ['in-transit', '2026-08-01T14:00:01Z', true],
  ['exception', '2026-08-02T12:00:00Z', true],
  ['delivered', '2026-08-05T12:00:00Z', false],
] as const)('A parcel that stops reporting is shown as silent, unless it is there: %s at %s is silent: %s.', (state, now, expected) => {
  expect(isStale(position, state, Date.parse(now))).toBe(expected)
})
