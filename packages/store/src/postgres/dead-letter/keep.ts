import type { Db, Transaction } from '../open.ts'
import { deadLetter } from '../schema/index.ts'

/** What could not become a reading, as it arrived. `id` is drawn by whoever rejects it, so that keeping it twice keeps it once. */
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
}

// PostgreSQL has no character for NUL in a text; devices may well send one.
const writable = (text: string) => text.replaceAll('\u0000', '\ufffd')

// A statement takes 65,535 parameters; payloads may be large.
const lettersAtOnce = 500

/** Durable once it resolves. Keeping the same letters again changes nothing. */
export const keepDeadLetters = async (db: Db | Transaction, letters: DeadLetter[]) => {
  for (let from = 0; from < letters.length; from += lettersAtOnce) {
    const some = letters.slice(from, from + lettersAtOnce).map((letter) => ({
      ...letter,
      topic: writable(letter.topic),
      detail: letter.detail && writable(letter.detail),
      deviceId: letter.deviceId && writable(letter.deviceId),
    }))
    await db.insert(deadLetter).values(some).onConflictDoNothing()
  }
}
