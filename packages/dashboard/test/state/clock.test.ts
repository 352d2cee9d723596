import { expect, test } from 'vitest'
import { clockOf, clockSpeed, nowMs, setClock } from '../../src/state/clock.ts'

test('Platform time goes on from what the server said, as fast as the server said.', () => {
  let wallMs = Date.parse('2026-11-22T08:00:00Z')
  const clock = clockOf({ now: '2030-01-01T00:00:00Z', speed: 60 }, { now: () => new Date(wallMs) })
  expect(clock.now().toISOString()).toBe('2030-01-01T00:00:00.000Z')
  wallMs += 30_000
  expect(clock.now().toISOString()).toBe('2030-01-01T00:30:00.000Z')
})

test('What the server says is shown at once.', () => {
  const wallClock = { now: () => new Date('2026-11-22T08:00:00Z') }
  setClock({ now: '2030-01-01T00:00:00Z', speed: 60 }, wallClock)
  expect(clockSpeed.value).toBe(60)
  expect(nowMs.value).toBe(Date.parse('2030-01-01T00:00:00Z'))
})
