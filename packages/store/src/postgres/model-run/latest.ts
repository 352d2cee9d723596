import { count, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { backtest } from '../schema/backtest.ts'
import { modelRun } from '../schema/model-run.ts'

/** The newest run of every model, with how many parts of its test are done. */
export const latestRuns = async (db: Db) => {
  const newest = db
    .selectDistinctOn([modelRun.model], { id: modelRun.id })
    .from(modelRun)
    .orderBy(modelRun.model, sql`${modelRun.requestedAt} desc`)
  return db
    .select({ run: modelRun, partsDone: count(backtest.part) })
    .from(modelRun)
    .leftJoin(backtest, sql`${backtest.runId} = ${modelRun.id} and ${eq(backtest.group, '')}`)
    .where(inArray(modelRun.id, newest))
    .groupBy(modelRun.id)
    .orderBy(modelRun.model)
}
