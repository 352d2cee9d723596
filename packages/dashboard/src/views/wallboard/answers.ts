import { signal } from '@preact/signals'
import { authorised } from '../../data/server/authorised.ts'

const askEveryMs = 10_000
const patienceMs = 8_000

/** Since when the server gave no answer, wall-clock time; nothing while it does. */
export const unansweredSinceMs = signal<number | undefined>(undefined)

/**
 * Asks from time to time whether the server is there. A stream that simply says nothing any more, as when a cable was pulled, looks like
 * one in which nothing happens; nobody at a wall would notice. Returns how to stop.
 */
export const askWhetherItAnswers = () => {
  const ask = async () => {
    const askedAtMs = Date.now()
    const controller = new AbortController()
    const patience = setTimeout(() => controller.abort(), patienceMs)
    const result = await authorised('/v1/session', { signal: controller.signal })
    clearTimeout(patience)
    const isThere = result.ok || result.failure.kind === 'answer'
    unansweredSinceMs.value = isThere ? undefined : (unansweredSinceMs.value ?? askedAtMs)
  }
  const timer = setInterval(() => void ask(), askEveryMs)
  return () => {
    clearInterval(timer)
    unansweredSinceMs.value = undefined
  }
}
