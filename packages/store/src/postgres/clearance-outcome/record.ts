import type { Db, Transaction } from '../open.ts'
import { clearanceOutcome } from '../schema/customs.ts'

export type NewClearance = Omit<typeof clearanceOutcome.$inferInsert, 'id'>

/** As many rows as one statement takes without trouble. */
const atATime = 1_000

/** Keeps how clearances went, each key once, and answers how many were new. */
export const recordClearances = async (db: Db | Transaction, clearances: NewClearance[]): Promise<number> => {
  let recorded = 0
  for (let from = 0; from < clearances.length; from += atATime) {
    const rows = clearances.slice(from, from + atATime)
    const added = await db.insert(clearanceOutcome).values(rows).onConflictDoNothing().returning({ id: clearanceOutcome.id })
    recorded += added.length
  }
  return recorded
}
