import { describe, expect, test } from 'vitest'
import { receivedAtMs as now } from '../support/delivery.ts'
import { sendAll } from '../support/pipeline.ts'

describe('A position near 0°, 0°', () => {
  test.each([
    [0, 0],
    [-0.0099, 0.0099],
    [0.00001, 0],
  ])('such as %d, %d is quarantined.', async (lat, lon) => {
    const { stored, rejected } = await sendAll([{ recordedAt: now, lat, lon, speedKmh: 0 }])
    expect([stored, rejected]).toEqual([[], ['zero-island']])
  })

  test.each([
    [0, 9.4],
    [51.5, 0],
    [0.011, 0],
    [0, -0.011],
  ])('is not %d, %d.', async (lat, lon) => {
    const { stored, rejected } = await sendAll([{ recordedAt: now, lat, lon }])
    expect(rejected).toEqual([])
    expect(stored).toMatchObject([{ lat, lon }])
  })

  test('does not take the temperature along.', async () => {
    const { stored, rejected } = await sendAll([
      { recordedAt: now, lat: 0, lon: 0, accuracyM: 3, speedKmh: 0, temperatureC: 4, batteryPct: 9 },
    ])
    expect(rejected).toEqual(['zero-island'])
    expect(stored).toEqual([{ deviceId: 'd', recordedAtMs: now, receivedAtMs: now, temperatureC: 4, batteryPct: 9 }])
  })
})
