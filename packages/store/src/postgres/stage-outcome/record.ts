import type { Db, Transaction } from '../open.ts'
import { stageOutcome } from '../schema/stage-outcome.ts'

export type NewStageOutcome = Omit<typeof stageOutcome.$inferInsert, 'id'>

/** As many rows as one statement takes without trouble. */
const atATime = 1_000

/** Keeps outcomes, each key once, and answers how many were new. */
export const recordOutcomes = async (db: Db | Transaction, outcomes: NewStageOutcome[]): Promise<number> => {
  let recorded = 0
  for (let from = 0; from < outcomes.length; from += atATime) {
    const rows = outcomes.slice(from, from + atATime)
    const added = await db.insert(stageOutcome).values(rows).onConflictDoNothing().returning({ id: stageOutcome.id })
    recorded += added.length
  }
  return recorded
}
