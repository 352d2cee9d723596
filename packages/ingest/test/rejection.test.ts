import { toDeadLetter } from '@lading/ingest/rejection'
import { expect, test } from 'vitest'
import { delivery } from './support/delivery.ts'

const at = new Date(0)

test('A rejected message is kept as it came, so that it can go through again after a fix.', () => {
  const one = delivery('lading/v1/d/telemetry', '{"lat": 91}')
  expect(toDeadLetter({ delivery: one, reason: 'out-of-range', detail: '/lat', deviceId: 'd' }, at)).toMatchObject({
    topic: one.topic,
    payload: one.payload,
    reason: 'out-of-range',
    detail: '/lat',
    deviceId: 'd',
    receivedAt: at,
  })
})

test('Of a message with several readings only the rejected one is kept, as a message of its own.', () => {
  const one = delivery('lading/v1/d/telemetry', [{ lat: 1 }, { lat: 91 }])
  expect(String(toDeadLetter({ delivery: one, part: { lat: 91 }, reason: 'out-of-range' }, at).payload)).toBe('{"lat":91}')
})

test('A payload of up to a megabyte is kept whole; of a larger one the beginning and the length.', () => {
  const whole = toDeadLetter({ delivery: delivery('t', 'x'.repeat(1_048_576)), reason: 'oversized', detail: 'too large' }, at)
  expect(whole.payload).toHaveLength(1_048_576)
  const cut = toDeadLetter({ delivery: delivery('t', 'x'.repeat(1_048_577)), reason: 'oversized', detail: 'too large' }, at)
  expect(cut.payload).toHaveLength(1024)
  expect(cut.detail).toBe('too large (1048577 bytes, the first 1024 are kept)')
})

test('The same message for the same reason is the same letter, and nothing else is.', () => {
  const idOf = (topic: string, payload: string, reason: 'not-json' | 'flood' = 'not-json', part?: unknown) =>
    toDeadLetter({ delivery: delivery(topic, payload), reason, part }, at).id
  const id = idOf('lading/v1/d/telemetry', 'x')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(idOf('lading/v1/d/telemetry', 'x')).toBe(id)
  const others = [idOf('lading/v1/e/telemetry', 'x'), idOf('lading/v1/d/telemetry', 'y'), idOf('lading/v1/d/telemetry', 'x', 'flood')]
  const parts = [{ lat: 91 }, { lat: 92 }].map((part) => idOf('lading/v1/d/telemetry', 'x', 'not-json', part))
  expect(new Set([id, ...others, ...parts]).size).toBe(6)
})
