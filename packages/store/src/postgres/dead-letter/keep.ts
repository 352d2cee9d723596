import { sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { deadLetter } from '../schema/index.ts'

/** What could not become a reading, as it arrived. `id` is made of what makes it the same letter. */
export type DeadLetter = {
  id: string
  /** Wall-clock time. */
  receivedAt: Date
  topic: string
  payload: Buffer
  /** Whether the payload is all that came, or only its beginning. */
  whole: boolean
  reason: string
  detail?: string
  deviceId?: string
  /** How often it came; once where it is not said. */
  times?: number | undefined
}

// PostgreSQL has no character for NUL in a text; devices may well send one.
const writable = (text: string) => text.replaceAll('\u0000', '\ufffd')

// A statement takes 65,535 parameters; payloads may be large.
const lettersAtOnce = 500

/**
 * Durable once it resolves. The same letter is kept once however often it comes, and its times are counted, at least once
 * each: a message that the broker delivers again, or that every process of a group hears, counts again.
 */
export const keepDeadLetters = async (db: Db | Transaction, letters: DeadLetter[]) => {
  // In one order everywhere, so that two processes with the same letters do not wait for each other.
  const rows = [...eachOnce(letters)].toSorted((one, other) => (one.id < other.id ? -1 : 1))
  for (let from = 0; from < rows.length; from += lettersAtOnce) {
    const some = rows.slice(from, from + lettersAtOnce).map((letter) => ({
      ...letter,
      topic: writable(letter.topic),
      detail: letter.detail && writable(letter.detail),
      deviceId: letter.deviceId && writable(letter.deviceId),
    }))
    await db
      .insert(deadLetter)
      .values(some)
      .onConflictDoUpdate({
        target: deadLetter.id,
        set: {
          times: sql`${deadLetter.times} + excluded.times`,
          receivedAt: sql`greatest(${deadLetter.receivedAt}, excluded.received_at)`,
          detail: sql`excluded.detail`,
        },
      })
  }
}

const eachOnce = (letters: DeadLetter[]) => {
  const byId = new Map<string, DeadLetter & { times: number }>()
  for (const letter of letters) {
    const before = byId.get(letter.id)
    const receivedAt = before && before.receivedAt > letter.receivedAt ? before.receivedAt : letter.receivedAt
    byId.set(letter.id, { ...letter, receivedAt, times: (before?.times ?? 0) + (letter.times ?? 1) })
  }
  return byId.values()
}
