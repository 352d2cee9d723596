import { asc, desc, gt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { stageOutcome } from '../schema/stage-outcome.ts'

export type StageOutcome = typeof stageOutcome.$inferSelect

/** The outcomes that became known last, at most so many, in the order in which they did. */
export const latestOutcomes = async (db: Db, limit: number): Promise<StageOutcome[]> =>
  (await db.select().from(stageOutcome).orderBy(desc(stageOutcome.id)).limit(limit)).reverse()

/** What became known after the outcome with this number, at most so many. */
export const outcomesAfter = (db: Db, id: number, limit: number): Promise<StageOutcome[]> =>
  db.select().from(stageOutcome).where(gt(stageOutcome.id, id)).orderBy(asc(stageOutcome.id)).limit(limit)
