import { type Clock, type ClockSettings, createClock } from '@lading/shared/clock'
import { keep, readKept } from '../keep-file.ts'
import { resumeClock } from './resume-clock.ts'

const everyMs = 2000

type Kept = { stoppedAt: string }

/**
 * Resumes the platform's clock and writes down, every two seconds, a time it will not pass before the next note. After a
 * crash the next run therefore starts a moment ahead, never behind.
 */
export const keepClock = async ({ file, speed }: { file: string; speed: number }) => {
  const kept = await readKept<Kept>(file)
  const settings: ClockSettings = resumeClock({ stoppedAt: kept && new Date(kept.stoppedAt), now: new Date(), speed })
  const clock: Clock = createClock(settings)
  const note = (aheadMs: number) => keep(file, { stoppedAt: new Date(clock.now().getTime() + aheadMs * speed).toISOString() })
  // Twice the interval, as a busy machine is late.
  await note(2 * everyMs)
  let writing = Promise.resolve()
  const timer = setInterval(() => {
    writing = writing.then(() => note(2 * everyMs)).catch(() => {}) // A full disk ends the databases first, and they say so.
  }, everyMs)
  return {
    settings,
    stop: async () => {
      clearInterval(timer)
      await writing
      await note(0)
    },
  }
}
