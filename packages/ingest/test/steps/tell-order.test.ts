import type { DevicePast } from '@lading/store/postgres/device-latest/recall'
import { expect, test } from 'vitest'
import { receivedAtMs as now } from '../support/delivery.ts'
import { sendAll } from '../support/pipeline.ts'

const at = (second: number) => ({ recordedAt: now + second * 1000, batteryPct: 5 })

test.each([
  ['readings in order', undefined, [at(-2), at(-1)], 0, 0],
  ['an older one behind a newer', undefined, [at(-1), at(-2)], 1, 0],
  ['the same one twice', undefined, [at(-1), at(-1)], 0, 1],
  ['one older than what was known', -1, [at(-2), at(0)], 1, 0],
  ['the one that was known, again', -1, [at(-1)], 0, 1],
  ['an older one, twice', -1, [at(-5), at(-5)], 1, 1],
])('Of %s, all are stored; so many are late and so many repeated.', async (_, known, values, late, repeated) => {
  const pasts: Record<string, DevicePast> = known === undefined ? {} : { d: { recordedAtMs: now + known * 1000 } }
  const outcome = await sendAll(values, { pasts })
  expect(outcome.stored).toHaveLength(values.length)
  expect([outcome.late.length, outcome.repeated.length]).toEqual([late, repeated])
})
