import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { modelRun } from '../schema/model-run.ts'

type Finished = { outcome: string; version?: number; failed?: boolean }

/** What came of the run; said once. */
export const finishRun = async (db: Db, id: string, { outcome, version, failed = false }: Finished, now: Date) => {
  await db
    .update(modelRun)
    .set({ finishedAt: now, outcome, version: version ?? null, failed })
    .where(and(eq(modelRun.id, id), isNull(modelRun.finishedAt)))
}
