import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { modelRun } from '../schema/model-run.ts'

/** The run is under way and its test has so many parts. Answers false where it is over already, or gone. */
export const startRun = async (db: Db, id: string, parts: number, now: Date) => {
  const started = await db
    .update(modelRun)
    .set({ startedAt: now, parts })
    .where(and(eq(modelRun.id, id), isNull(modelRun.finishedAt)))
    .returning({ id: modelRun.id })
  return started.length > 0
}
