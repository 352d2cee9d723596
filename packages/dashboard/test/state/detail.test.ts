import { expect, test } from 'vitest'
import { withTrackPoint } from '../../src/state/detail.ts'

const point = (recordedAt: string) => ({ lat: 1, lon: 2, recordedAt, speedKmh: null, headingDeg: null })

test('The track of the selected shipment grows with what it reports, and only at its end.', () => {
  const track = [point('2026-08-01T12:00:00Z')]
  expect(withTrackPoint(track, point('2026-08-01T12:15:00Z'))).toHaveLength(2)
  expect(withTrackPoint(track, point('2026-08-01T12:00:00.000Z'))).toBe(track)
  expect(withTrackPoint(track, point('2026-08-01T11:00:00Z'))).toBe(track)
})
