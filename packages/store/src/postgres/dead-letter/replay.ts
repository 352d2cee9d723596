import { asc, inArray, isNotNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { deadLetter } from '../schema/dead-letter.ts'
import { type DeadLetter, keepDeadLetters } from './keep.ts'

export type StoredLetter = Pick<DeadLetter, 'id' | 'receivedAt' | 'topic' | 'payload'> & { times: number }

/**
 * Hands the letters that wait for it, the oldest first, to `process`, which answers what could not be stored this time either.
 * The letters and their successors change places in one step, so that a message is kept once whatever happens in between;
 * several processes take different letters. Answers how many were taken.
 */
export const replayDeadLetters = (db: Db, limit: number, process: (letters: StoredLetter[]) => Promise<DeadLetter[]>): Promise<number> =>
  db.transaction(async (tx) => {
    const letters = await tx
      .select({
        id: deadLetter.id,
        receivedAt: deadLetter.receivedAt,
        topic: deadLetter.topic,
        payload: deadLetter.payload,
        times: deadLetter.times,
      })
      .from(deadLetter)
      .where(isNotNull(deadLetter.replayRequestedAt))
      .orderBy(asc(deadLetter.receivedAt))
      .limit(limit)
      .for('update', { skipLocked: true })
    if (letters.length === 0) return 0
    const again = await process(letters)
    await tx.delete(deadLetter).where(
      inArray(
        deadLetter.id,
        letters.map(({ id }) => id),
      ),
    )
    await keepDeadLetters(tx, again)
    return letters.length
  })
