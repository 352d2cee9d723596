import { count, desc, max } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { deadLetter } from '../schema/dead-letter.ts'

/** How many letters are kept for each reason, the most frequent first. */
export const countDeadLetters = async (db: Db) => {
  const rows = await db
    .select({ reason: deadLetter.reason, count: count(), last: max(deadLetter.receivedAt) })
    .from(deadLetter)
    .groupBy(deadLetter.reason)
    .orderBy(desc(count()), deadLetter.reason)
  return rows.flatMap(({ last, ...row }) => (last ? [{ ...row, lastReceivedAt: last.toISOString() }] : []))
}
