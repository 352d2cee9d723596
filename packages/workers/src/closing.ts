import type { Logger } from 'pino'

type Deps = { deadlineMs: number; log: Logger }

/**
 * Ends the process on SIGTERM and SIGINT: closers run in reverse order of opening. What is not done by the deadline is given up,
 * which loses nothing: a job that was cut off runs again.
 */
export const createClosing = ({ deadlineMs, log }: Deps) => {
  const closers: { name: string; close: () => Promise<unknown> }[] = []
  let begun = false

  const close = async (reason: string, exitCode: number) => {
    if (begun) return
    begun = true
    log.info({ reason }, 'Closing')
    setTimeout(() => {
      log.warn('Not everything could be closed in time')
      process.exit(exitCode)
    }, deadlineMs).unref()
    for (const { name, close: closeOne } of closers.reverse())
      await closeOne().catch((error: unknown) => log.warn({ err: error, name }, 'Did not close properly'))
    log.info('Closed')
    process.exit(exitCode)
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => close(signal, 0))

  return {
    add: (name: string, closeOne: () => Promise<unknown>) => {
      closers.push({ name, close: closeOne })
    },
    close,
  }
}
