import { type Clock, createClock, systemClock } from '../clock.ts'
import type { Config } from './read-config.ts'

/** The platform's clock as CLOCK_SPEED, CLOCK_ORIGIN and CLOCK_START say; the system's where it runs at speed 1 from now. */
export const clockFromConfig = (config: Config<'CLOCK_SPEED' | 'CLOCK_ORIGIN' | 'CLOCK_START'>): Clock => {
  const { CLOCK_SPEED: speed, CLOCK_ORIGIN: origin, CLOCK_START: start } = config
  if (speed === 1 && !start) return systemClock
  const wall = new Date()
  return createClock({ origin: origin ?? wall, start: start ?? origin ?? wall, speed })
}
