import type { ModelName } from '@lading/shared/domain/model'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { modelRun } from '../schema/model-run.ts'

/** The newest run of the model that came to an end well. */
export const lastFinishedRun = async (db: Db, model: ModelName): Promise<string | undefined> => {
  const [run] = await db
    .select({ id: modelRun.id })
    .from(modelRun)
    .where(and(eq(modelRun.model, model), isNotNull(modelRun.finishedAt), eq(modelRun.failed, false)))
    .orderBy(desc(modelRun.requestedAt))
    .limit(1)
  return run?.id
}
