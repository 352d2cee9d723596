import type { DevicePast } from '@lading/store/postgres/device-latest/recall'
import { describe, expect, test } from 'vitest'
import { receivedAtMs as now } from '../support/delivery.ts'
import { sendAll } from '../support/pipeline.ts'

const minuteMs = 60_000
const rotterdam = { lat: 51.9, lon: 4.4 }
const nearby = { lat: 51.95, lon: 4.5 }
const lagos = { lat: 6.4, lon: 3.4 }
const nearLagos = { lat: 6.5, lon: 3.4 }
const at = (minute: number, place: object) => ({ recordedAt: now + minute * minuteMs, ...place })
const fix = (minute: number, place: typeof lagos) => ({ atMs: now + minute * minuteMs, ...place })
const past = (known: Partial<DevicePast>): DevicePast => ({ recordedAtMs: known.fix?.atMs ?? now, ...known })

const run = async (known: DevicePast | undefined, ...values: object[]) => sendAll(values, { pasts: known ? { d: known } : {} })

describe('A fix that nothing could have reached', () => {
  test('from the latest one is quarantined, with how far it was in which time, and remembered.', async () => {
    const { stored, rejected, details, doubts } = await run(past({ fix: fix(-10, rotterdam) }), at(0, lagos))
    expect([stored, rejected]).toEqual([[], ['impossible-jump']])
    expect(details[0]).toMatch(/^50\d\d km in 600 s$/)
    expect(doubts.get('d')).toMatchObject(fix(0, lagos))
  })

  test('leaves the temperature that came with it.', async () => {
    const { stored } = await run(past({ fix: fix(-10, rotterdam) }), at(0, { ...lagos, temperatureC: 4 }))
    expect(stored).toMatchObject([{ temperatureC: 4 }])
    expect(stored[0]).not.toHaveProperty('lat')
  })

  test('within one batch is quarantined alone.', async () => {
    const { stored, rejected, doubts } = await run(undefined, at(-3, rotterdam), at(-2, lagos), at(-1, nearby))
    expect(stored).toMatchObject([rotterdam, nearby])
    expect(rejected).toEqual(['impossible-jump'])
    expect(doubts.size).toBe(0)
  })

  test('is believed when the next one agrees with it, in the same batch or after it was remembered.', async () => {
    const together = await run(past({ fix: fix(-10, rotterdam) }), at(-2, lagos), at(-1, nearLagos), at(0, lagos))
    expect(together.rejected).toEqual(['impossible-jump'])
    expect(together.stored).toMatchObject([nearLagos, lagos])
    expect(together.doubts.size).toBe(0)
    const later = await run(past({ fix: fix(-10, rotterdam), doubted: fix(-2, lagos) }), at(-1, nearLagos))
    expect(later.rejected).toEqual([])
    expect(later.stored).toMatchObject([nearLagos])
  })

  test('does not confirm itself when it is delivered twice.', async () => {
    const again = await run(past({ fix: fix(-10, rotterdam), doubted: fix(-2, lagos) }), at(-2, lagos))
    expect(again.rejected).toEqual(['impossible-jump'])
    expect((await run(past({ fix: fix(-10, rotterdam) }), at(-2, lagos), at(-2, lagos))).rejected).toHaveLength(2)
  })

  test('is not confirmed by a doubt that a good fix has answered since.', async () => {
    const { rejected } = await run(past({ fix: fix(-10, rotterdam), doubted: fix(-20, lagos) }), at(-1, nearLagos))
    expect(rejected).toEqual(['impossible-jump'])
  })

  test('is quarantined when it comes late as well, and moves nothing.', async () => {
    const { stored, rejected, doubts } = await run(past({ fix: fix(0, rotterdam) }), at(-10, lagos), at(-5, nearby))
    expect(stored).toMatchObject([nearby])
    expect(rejected).toEqual(['impossible-jump'])
    expect(doubts.size).toBe(0)
  })
})

describe('Rightly far apart are', () => {
  test.each<[string, DevicePast | undefined, object]>([
    ['the first fix of a device', undefined, at(0, lagos)],
    ['a fix after a flight', past({ fix: fix(-4 * 60, rotterdam) }), at(0, lagos)],
    ['fixes of cell towers in the same second', past({ fix: fix(0, rotterdam) }), at(0, { lat: 51.94, lon: 4.4 })],
    ['two sides of the antimeridian', past({ fix: fix(-1, { lat: 0.5, lon: 179.99 }) }), at(0, { lat: 0.5, lon: -179.99 })],
  ])('%s.', async (_, known, value) => {
    expect((await run(known, value)).rejected).toEqual([])
  })
})
