import type { Reading } from '@lading/shared/domain/reading'
import type { LedgerEntry } from '@lading/store/postgres/device-ledger/add'
import type { Rejection } from './rejection.ts'

type Deps = {
  add: (entries: Map<string, LedgerEntry>) => Promise<void>
  onError: (error: Error) => void
  everyMs?: number
}

/** What became of a batch. */
export type Outcome = { stored: Reading[]; rejected: Rejection[]; late: string[]; repeated: string[] }

/**
 * Keeps each device's ledger: gathered in memory and added once a second, so that it costs the same at any load and nobody's
 * acknowledgement waits for it. At most once: a crash forgets the last second's figures, never a reading. A message that
 * the broker delivers twice counts twice.
 */
export const createLedger = ({ add, onError, everyMs = 1_000 }: Deps) => {
  let entries = new Map<string, LedgerEntry>()
  let timer: NodeJS.Timeout | undefined
  let adding: Promise<void> | undefined

  const entryOf = (deviceId: string) => {
    const entry = entries.get(deviceId) ?? { received: 0, stored: 0, late: 0, repeated: 0, rejected: new Map<string, number>() }
    entries.set(deviceId, entry)
    return entry
  }

  const flush = async () => {
    const gathered = entries
    entries = new Map()
    await add(gathered).catch(onError)
    adding = undefined
    if (entries.size > 0) schedule()
  }

  const schedule = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      adding = flush()
    }, everyMs)
  }

  return {
    note: ({ stored, rejected, late, repeated }: Outcome) => {
      for (const { deviceId, recordedAtMs, receivedAtMs } of stored) {
        const entry = entryOf(deviceId)
        entry.received += 1
        entry.stored += 1
        noteClock(entry, (recordedAtMs - receivedAtMs) / 1000)
      }
      for (const { deviceId, reason, isPartStored, clockSkewS } of rejected) {
        if (deviceId === undefined) continue
        const entry = entryOf(deviceId)
        if (!isPartStored) entry.received += 1
        if (clockSkewS !== undefined) noteClock(entry, clockSkewS)
        entry.rejected.set(reason, (entry.rejected.get(reason) ?? 0) + 1)
      }
      for (const deviceId of late) entryOf(deviceId).late += 1
      for (const deviceId of repeated) entryOf(deviceId).repeated += 1
      if (entries.size > 0 && !adding) schedule()
    },
    /** Adds what is gathered, and nothing after. */
    close: async () => {
      clearTimeout(timer)
      await adding
      clearTimeout(timer)
      if (entries.size > 0) await flush()
    },
  }
}

/** The freshest of the readings says how the clock is: others may have waited in the device. */
const noteClock = (entry: LedgerEntry, clockSkewS: number) => {
  entry.clockSkewS = Math.max(entry.clockSkewS ?? Number.NEGATIVE_INFINITY, clockSkewS)
}
