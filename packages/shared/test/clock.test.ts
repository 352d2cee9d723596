import { createClock } from '@lading/shared/clock'
import { expect, it } from 'vitest'

it('runs as fast as it is told from where it is told', () => {
  const origin = new Date('2026-01-01T00:00:00Z')
  const start = new Date('2026-03-01T00:00:00Z')
  const clock = createClock({ origin, start, speed: 60 }, { now: () => new Date('2026-01-01T00:01:00Z') })
  expect(clock.now()).toEqual(new Date('2026-03-01T01:00:00Z'))
})
