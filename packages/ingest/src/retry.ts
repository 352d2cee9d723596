import { setTimeout as sleep } from 'node:timers/promises'

/** Does the work until it succeeds, or until the process gives up. */
export type Retry = <Answer>(what: string, work: () => Promise<Answer>) => Promise<Answer>

type Options = {
  /** Aborted when the process ends; what was not done then is sent again by the broker. */
  signal: AbortSignal
  onFailed: (what: string, error: Error) => void
  onRecovered: (what: string, attempts: number) => void
  firstMs?: number
  maxMs?: number
}

/**
 * Waits longer from attempt to attempt, up to `maxMs`: long enough to leave a struggling database in peace, short enough
 * that what has waited gets through soon after it is back. Tells of the first failure and of the end, not of each attempt.
 */
export const createRetry =
  ({ signal, onFailed, onRecovered, firstMs = 100, maxMs = 5_000 }: Options): Retry =>
  async (what, work) => {
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted()
      try {
        const answer = await work()
        if (attempt > 1) onRecovered(what, attempt)
        return answer
      } catch (error) {
        if (attempt === 1) onFailed(what, error as Error)
        const backOffMs = Math.min(maxMs, firstMs * 2 ** (attempt - 1))
        // Between half and all of it, so that several processes do not come back at the same instant.
        await sleep(backOffMs * (0.5 + Math.random() / 2), undefined, { signal })
      }
    }
  }
