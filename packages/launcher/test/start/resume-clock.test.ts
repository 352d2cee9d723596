import { clockFromConfig } from '@lading/shared/config/clock-from-config'
import { processVariables } from '@lading/shared/config/processes'
import { readConfig } from '@lading/shared/config/read-config'
import { describe, expect, it } from 'vitest'
import { clockEnvironment, resumeClock } from '../../src/start/resume-clock.ts'

const now = new Date('2026-03-01T12:00:00Z')
const before = new Date('2026-02-20T00:00:00Z')
const after = new Date('2026-05-01T00:00:00Z')

describe('Platform time', () => {
  it.each([
    ['is wall-clock time on the first start', undefined, 60, now],
    ['goes on where a demonstration stopped, though the wall clock has passed it', before, 60, before],
    ['goes on where a demonstration stopped ahead of the wall clock', after, 60, after],
    ['is wall-clock time at speed 1', before, 1, now],
    ['does not run backwards at speed 1 after a demonstration ran ahead', after, 1, after],
  ])('%s.', (_, stoppedAt, speed, start) => {
    expect(resumeClock({ stoppedAt, now, speed })).toEqual({ origin: now, start, speed })
  })

  it('reaches the processes through their environment.', () => {
    const environment = clockEnvironment({ origin: now, start: after, speed: 60 })
    const config = readConfig(processVariables.workers, { ...environment, POSTGRES_URL: 'postgres://db/lading' })
    const { CLOCK_ORIGIN, CLOCK_START, CLOCK_SPEED } = config
    expect({ CLOCK_ORIGIN, CLOCK_START, CLOCK_SPEED }).toEqual({ CLOCK_ORIGIN: now, CLOCK_START: after, CLOCK_SPEED: 60 })
    expect(clockFromConfig(config).now().getTime()).toBeGreaterThan(after.getTime())
  })

  it('needs no environment where it is wall-clock time.', () => {
    expect(clockEnvironment({ origin: now, start: now, speed: 1 })).toEqual({})
  })
})
