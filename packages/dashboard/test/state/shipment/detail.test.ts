import { expect, test } from 'vitest'
import { withTrackPoint } from '../../../src/state/shipment/detail.ts'

const point = (recordedAt: string) => ({ lat: 1, lon: 2, recordedAt, speedKmh: null, headingDeg: null })
const known = { track: [point('2026-08-01T12:00:00Z')], gaps: [] }

test('The track of the selected shipment grows with what it reports, and only at its end.', () => {
  const longer = withTrackPoint(known, point('2026-08-01T12:15:00Z'))
  expect([longer.track.length, longer.gaps]).toEqual([2, []])
  expect(withTrackPoint(known, point('2026-08-01T12:00:00.000Z'))).toBe(known)
  expect(withTrackPoint(known, point('2026-08-01T11:00:00Z'))).toBe(known)
})

test('A report after a long silence leaves the silence in the track.', () => {
  const { gaps } = withTrackPoint(known, point('2026-08-01T18:00:00Z'))
  expect(gaps).toEqual([{ from: '2026-08-01T12:00:00Z', until: '2026-08-01T18:00:00Z' }])
})
