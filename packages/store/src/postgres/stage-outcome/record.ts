import { inParts } from '../in-parts.ts'
import type { Db, Transaction } from '../open.ts'
import { stageOutcome } from '../schema/stage-outcome.ts'

export type NewStageOutcome = Omit<typeof stageOutcome.$inferInsert, 'id'>

/** Keeps outcomes, each key once, and answers how many were new. */
export const recordOutcomes = async (db: Db | Transaction, outcomes: NewStageOutcome[]): Promise<number> => {
  let recorded = 0
  for (const rows of inParts(outcomes)) {
    const added = await db.insert(stageOutcome).values(rows).onConflictDoNothing().returning({ id: stageOutcome.id })
    recorded += added.length
  }
  return recorded
}
