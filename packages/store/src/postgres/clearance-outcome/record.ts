import { inParts } from '../in-parts.ts'
import type { Db, Transaction } from '../open.ts'
import { clearanceOutcome } from '../schema/customs.ts'

export type NewClearance = Omit<typeof clearanceOutcome.$inferInsert, 'id'>

/** Keeps how clearances went, each key once, and answers how many were new. */
export const recordClearances = async (db: Db | Transaction, clearances: NewClearance[]): Promise<number> => {
  let recorded = 0
  for (const rows of inParts(clearances)) {
    const added = await db.insert(clearanceOutcome).values(rows).onConflictDoNothing().returning({ id: clearanceOutcome.id })
    recorded += added.length
  }
  return recorded
}
