import { mergeDuplicates } from '@lading/store/telemetry/postgres/merge-duplicates'
import { expect, test } from 'vitest'

const reading = (deviceId: string, recordedAtMs: number, more = {}) => ({ deviceId, recordedAtMs, receivedAtMs: recordedAtMs + 5, ...more })

test('There is one reading left for each device and time, with what all of them said; the last to say something is right.', () => {
  const batch = [
    reading('b', 1, { lat: 1 }),
    reading('a', 2, { batteryPct: 9 }),
    reading('b', 1, { lat: 3, lon: undefined, temperatureC: 4, receivedAtMs: 99 }),
    reading('a', 1),
  ]
  expect(mergeDuplicates(batch)).toEqual([
    reading('a', 1),
    reading('a', 2, { batteryPct: 9 }),
    reading('b', 1, { lat: 3, temperatureC: 4, receivedAtMs: 99 }),
  ])
})

test('The readings given are left as they are.', () => {
  const batch = [reading('a', 1, { lat: 1 }), reading('a', 1, { lat: 2 })]
  mergeDuplicates(batch)
  expect(batch[0]).toEqual(reading('a', 1, { lat: 1 }))
})
