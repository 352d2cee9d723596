/** Long enough for the copies of one Ctrl-C, which comes from the terminal, from npm and from the entry. */
const oneKeyPressMs = 1000

export class Interrupted extends Error {
  constructor() {
    super('interrupted')
    this.name = 'Interrupted'
  }
}

/**
 * Aborts `signal` on the first Ctrl-C, SIGTERM or SIGHUP, or when the process that started this one is gone; calls
 * `onSecond` on the next one that somebody means.
 */
export const listenForTheEnd = (onSecond: () => void) => {
  const controller = new AbortController()
  let firstAt: number | undefined
  const end = () => {
    firstAt ??= Date.now()
    if (!controller.signal.aborted) controller.abort(new Interrupted())
    else if (Date.now() - firstAt > oneKeyPressMs) onSecond()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end)
  process.on('disconnect', end)
  // Listening for its end must not keep this process alive.
  process.channel?.unref()
  return controller.signal
}
