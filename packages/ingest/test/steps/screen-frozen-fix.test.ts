import { describe, expect, test } from 'vitest'
import { receivedAtMs as now } from '../support/delivery.ts'
import { sendAll } from '../support/pipeline.ts'

const at = (minute: number, speedKmh: number | undefined, place = { lat: 48.137_12, lon: 11.575_49 }) => ({
  recordedAt: now + minute * 60_000,
  ...place,
  speedKmh,
})

describe('A receiver that hangs', () => {
  test('is noticed when its device moves and its position does not: the first fix is kept, the others are quarantined.', async () => {
    const { stored, rejected, details } = await sendAll([at(-9, 60), at(-6, 61), at(-3, 62)])
    expect(stored).toMatchObject([{ recordedAtMs: now - 9 * 60_000 }])
    expect(rejected).toEqual(['frozen-fix', 'frozen-fix'])
    expect(details[1]).toBe('the position has not changed since 2026-06-01T11:51:00.000Z at 60 km/h or more')
  })

  test('is noticed against what was known before the batch.', async () => {
    const fix = { atMs: now - 600_000, lat: 48.137_12, lon: 11.575_49, speedKmh: 80 }
    const { rejected } = await sendAll([at(0, 80)], { pasts: { d: { recordedAtMs: fix.atMs, fix } } })
    expect(rejected).toEqual(['frozen-fix'])
  })

  test('still tells the temperature.', async () => {
    const { stored } = await sendAll([at(-9, 60), { ...at(-6, 60), temperatureC: 5 }])
    expect(stored[1]).toEqual({ deviceId: 'd', recordedAtMs: now - 6 * 60_000, receivedAtMs: now, temperatureC: 5 })
  })
})

describe('A position is rightly the same', () => {
  test.each([
    ['where a vehicle stands', [at(-9, 0), at(-6, 0)]],
    ['where its speed is not known', [at(-9, undefined), at(-6, undefined)]],
    ['where it has just set off', [at(-9, 0), at(-6, 50)]],
    ['where it creeps in a yard', [at(-9, 5), at(-6, 5)]],
    ['in the seconds between two fixes of the receiver', [at(-0.1, 60), at(-0.05, 60)]],
    ['when the same message comes twice', [at(-1, 60), at(-1, 60)]],
  ])('%s.', async (_, values) => {
    expect((await sendAll(values)).rejected).toEqual([])
  })
})
