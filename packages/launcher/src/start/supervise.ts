import { setTimeout as sleep } from 'node:timers/promises'
import { createBackOff } from './back-off.ts'

export type Running = {
  /** Asks it to stop, resolves when it is gone. */
  stop: () => Promise<void>
  /** As a crash would. */
  kill: () => Promise<void>
  /** Resolves with what happened when it ends, for whatever reason. */
  exited: Promise<string>
}

type Supervised = {
  name: string
  /** Resolves when it works; gives up soon after the signal. */
  start: (signal: AbortSignal) => Promise<Running>
  say: (line: string) => void
  signal: AbortSignal
}

/**
 * Starts it and keeps it running: after a crash it is started again, after a pause that grows, for as long as Lading runs,
 * and every time the terminal says so. A first start that fails throws.
 */
export const supervise = async ({ name, start, say, signal: outer }: Supervised) => {
  const backOff = createBackOff()
  const stopping = new AbortController()
  const signal = AbortSignal.any([outer, stopping.signal])
  let startedAt = Date.now()
  let running = await start(signal)

  const startAgain = async (how: string) => {
    let reason = how
    while (true) {
      const pauseMs = backOff.nextMs(Date.now() - startedAt)
      say(`${name} ${reason}; starting it again in ${pauseMs / 1000} s`)
      await sleep(pauseMs, undefined, { signal })
      startedAt = Date.now()
      try {
        return await start(signal)
      } catch (error) {
        signal.throwIfAborted()
        reason = `did not start (${(error as Error).message})`
      }
    }
  }
  const watch = async () => {
    while (true) {
      const how = await running.exited
      if (signal.aborted) return
      running = await startAgain(how)
      // The signal came while it started: nobody has told it to stop.
      if (signal.aborted) return running.stop()
      say(`${name} runs again`)
    }
  }
  const watched = watch().catch((error) => {
    if (!signal.aborted) throw error
  })

  const end = (how: 'stop' | 'kill') => async () => {
    stopping.abort()
    await running[how]()
    await watched
  }
  return { stop: end('stop'), kill: end('kill') }
}
