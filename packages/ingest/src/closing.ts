import type { Logger } from 'pino'

type Deps = { deadlineMs: number; log: Logger }

/**
 * Ends the process on SIGTERM and SIGINT: closers run in reverse order of opening. What is not done by the deadline is given
 * up, which loses nothing, as unacknowledged messages are delivered again.
 */
export const createClosing = ({ deadlineMs, log }: Deps) => {
  const closers: { name: string; close: () => Promise<unknown> }[] = []
  const giveUp = new AbortController()
  let begun = false

  const close = async (reason: string) => {
    if (begun) return
    begun = true
    log.info({ reason }, 'Closing')
    setTimeout(() => {
      log.warn('Not everything could be closed in time')
      process.exit(0)
    }, deadlineMs).unref()
    // A second before the end, so that what hangs on a database that is away lets go, and connections still close properly.
    setTimeout(() => giveUp.abort(), deadlineMs - 1_000).unref()
    for (const { name, close: closeOne } of closers.reverse())
      await closeOne().catch((error: unknown) => log.warn({ err: error, name }, 'Did not close properly'))
    log.info('Closed')
    process.exit(0)
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => close(signal))

  return {
    add: (name: string, closeOne: () => Promise<unknown>) => {
      closers.push({ name, close: closeOne })
    },
    /** Aborted when it is time to give up what still hangs. */
    signal: giveUp.signal,
  }
}
