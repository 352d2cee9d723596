/**
 * A connection that is down reports the same error at every attempt to come back. This passes each message on once, and
 * again only when it has not been heard for `quietMs`.
 */
export const reportOutage = (report: (error: Error) => void, quietMs = 60_000, now = Date.now) => {
  const lastHeardAt = new Map<string, number>()
  return (error: Error) => {
    // Node says "connect ECONNREFUSED" as an AggregateError without a message where a host has two addresses.
    const message = error.message || String((error as NodeJS.ErrnoException).code ?? error.name)
    const heardAt = lastHeardAt.get(message)
    lastHeardAt.set(message, now())
    if (heardAt === undefined || now() - heardAt >= quietMs) report(error)
  }
}
