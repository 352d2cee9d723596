import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** Few enough for a statement to take well under a second. */
const removedAtOnce = 5_000

/** Removes the letters that came before `before`, in steps that keep nobody waiting. Answers how many. */
export const removeOldDeadLetters = async (db: Db, before: Date) => {
  let removed = 0
  for (;;) {
    const { count } = await db.execute(
      sql`delete from dead_letter where id in (select id from dead_letter where received_at < ${before.toISOString()} limit ${removedAtOnce})`,
    )
    removed += count
    if (count < removedAtOnce) return removed
  }
}
