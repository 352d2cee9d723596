import { signal } from '@preact/signals'

/** `sinceMs` is wall-clock time: it tells the person at the screen since when the picture stands still. */
export type Connection = { status: 'connecting' | 'live' } | { status: 'reconnecting' | 'offline'; sinceMs: number }

export const connection = signal<Connection>({ status: 'connecting' })

/** Half a minute of failed attempts is no hiccup any more. */
export const offlineAfterMs = 30_000

/** What a lost connection is called: the time at which it was lost first stays until it is back. */
export const afterLoss = (before: Connection, nowMs: number, online: boolean): Connection => {
  const sinceMs = 'sinceMs' in before ? before.sinceMs : nowMs
  return { status: online && nowMs - sinceMs < offlineAfterMs ? 'reconnecting' : 'offline', sinceMs }
}
