import type { ClockSettings } from '@lading/shared/clock'

/**
 * The platform's clock for this run. It goes on where the last run stopped, so that simulated goods do too, and it never
 * runs backwards. At speed 1 it is the wall clock, unless an earlier demonstration has run ahead of it.
 */
export const resumeClock = ({ stoppedAt, now, speed }: { stoppedAt: Date | undefined; now: Date; speed: number }): ClockSettings => {
  const ahead = stoppedAt !== undefined && stoppedAt > now
  return { origin: now, start: stoppedAt && (speed !== 1 || ahead) ? stoppedAt : now, speed }
}

/** For the processes. Nothing where platform time is wall-clock time. */
export const clockEnvironment = ({ origin, start, speed }: ClockSettings): Record<string, string> =>
  speed === 1 && start.getTime() === origin.getTime()
    ? {}
    : { CLOCK_SPEED: String(speed), CLOCK_ORIGIN: origin.toISOString(), CLOCK_START: start.toISOString() }
