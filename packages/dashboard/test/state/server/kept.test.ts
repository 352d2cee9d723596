import { beforeEach, expect, test } from 'vitest'
import { connection } from '../../../src/state/server/connection.ts'
import { keptSinceMs, lastKnownMs, noteAnswer } from '../../../src/state/server/kept.ts'

beforeEach(() => {
  noteAnswer(null)
  connection.value = { status: 'live' }
})

test('Of several kept answers the oldest says since when, and one from the server ends it.', () => {
  noteAnswer('2026-01-01T10:00:00Z')
  noteAnswer('2026-01-01T09:00:00Z')
  noteAnswer('2026-01-01T11:00:00Z')
  expect(lastKnownMs.value).toBe(Date.parse('2026-01-01T09:00:00Z'))
  noteAnswer(null)
  expect(keptSinceMs.value).toBeUndefined()
})

test('Without kept answers it is known since the connection was lost, once that is more than a hiccup.', () => {
  connection.value = { status: 'reconnecting', sinceMs: 5 }
  expect(lastKnownMs.value).toBeUndefined()
  connection.value = { status: 'offline', sinceMs: 5 }
  expect(lastKnownMs.value).toBe(5)
})
