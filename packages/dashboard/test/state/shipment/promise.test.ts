import { expect, test } from 'vitest'
import { promiseOf } from '../../../src/state/shipment/promise.ts'
import { eta, summary } from '../shipment-summary.ts'

const now = Date.parse('2026-08-01T12:00:00Z')
const hourMs = 3600_000
const promisedAt = '2026-08-03T12:00:00Z'

test.each([
  ['on-time', eta('2026-08-02T12:00:00Z', '2026-08-03T00:00:00Z', '2026-08-03T09:00:00Z'), 3],
  ['at-risk', eta('2026-08-02T12:00:00Z', '2026-08-03T00:00:00Z', '2026-08-03T13:00:00Z'), 1],
  ['late', eta('2026-08-02T12:00:00Z', '2026-08-03T17:00:00Z', '2026-08-04T12:00:00Z'), 5],
] as const)('Against a promise of noon an arrival window is %s: %o.', (status, window, hours) => {
  const promise = promiseOf(summary({ promisedAt, eta: window }), now)
  expect(promise).toEqual({ status, promisedAt, byMs: hours * hourMs })
})

test('Without an arrival time a promise is broken once it has passed.', () => {
  expect(promiseOf(summary({ promisedAt }), now)?.status).toBe('on-time')
  expect(promiseOf(summary({ promisedAt }), Date.parse('2026-08-03T15:00:00Z'))).toEqual({ status: 'late', promisedAt, byMs: 3 * hourMs })
})

test('Nothing promised, nothing to keep.', () => {
  expect(promiseOf(summary(), now)).toBeUndefined()
})
