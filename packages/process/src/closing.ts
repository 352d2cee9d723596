import { within } from '@lading/shared/within'
import type { Logger } from 'pino'

type Deps = { deadlineMs: number; log: Logger }

/**
 * Ends the process on SIGTERM and SIGINT: closers run in reverse order of opening, each with a share of the time that is left, so
 * that one that hangs does not keep the next one open. What is not done by the deadline is given up, which loses nothing: unacknowledged
 * messages are delivered again, and a job that was cut off runs again.
 */
export const createClosing = ({ deadlineMs, log }: Deps) => {
  const closers: { name: string; close: () => Promise<unknown> }[] = []
  const giveUp = new AbortController()
  let begun = false

  const close = async (reason: string, exitCode: number) => {
    if (begun) return
    begun = true
    log.info({ reason }, 'Closing')
    const deadline = performance.now() + deadlineMs
    // A second before the end, so that what hangs on a database that is away lets go, and connections still close properly.
    setTimeout(() => giveUp.abort(), deadlineMs - 1_000).unref()
    for (const [done, { name, close: closeOne }] of closers.reverse().entries()) {
      // What needs long may have all but a moment for each of the others.
      const leftMs = Math.max(50, deadline - performance.now() - 100 * (closers.length - done - 1))
      await within(leftMs, closeOne()).catch((error: unknown) => log.warn({ err: error, name }, 'Did not close properly'))
    }
    log.info('Closed')
    process.exit(exitCode)
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => close(signal, 0))

  return {
    add: (name: string, closeOne: () => Promise<unknown>) => {
      closers.push({ name, close: closeOne })
    },
    close,
    /** Aborted when it is time to give up what still hangs. */
    signal: giveUp.signal,
  }
}
