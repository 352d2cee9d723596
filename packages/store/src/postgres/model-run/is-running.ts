import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { modelRun } from '../schema/model-run.ts'

export const isRunning = async (db: Db, id: string) => {
  const running = await db
    .select({ id: modelRun.id })
    .from(modelRun)
    .where(and(eq(modelRun.id, id), isNull(modelRun.finishedAt)))
  return running.length > 0
}
