import { sql } from 'drizzle-orm'
import type { Db } from '../open.ts'

/** As many as one statement takes without keeping others waiting. */
const atATime = 50_000

/**
 * Removes quotes that expired before, but those that a bill of duties was taken from. The rules that they rested on stay: other quotes do
 * too. Answers how many went.
 */
export const removeExpiredQuotes = async (db: Db, expiredBefore: Date): Promise<number> => {
  const removed = await db.execute<{ id: string }>(sql`
    delete from landed_cost_quote where id in (
      select id from landed_cost_quote as quote
      where valid_until < ${expiredBefore.toISOString()}::timestamptz and not exists (select from duty_bill where quote_id = quote.id)
      limit ${atATime})`)
  return removed.count
}
