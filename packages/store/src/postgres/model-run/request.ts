import type { ModelName } from '@lading/shared/domain/model'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { modelRun } from '../schema/model-run.ts'

const hourMs = 3_600_000
/** A run that is not over by then was lost with its queue or its process. */
const lostAfterMs = 2 * hourMs
/** Of each model. */
const runsKept = 30

/** Begins a run of the model and answers its id; of one model only one runs, so where one does, that one. */
export const requestRun = (db: Db, model: ModelName, now: Date): Promise<{ id: string; isNew: boolean }> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`model-run/${model}`}))`)
    await tx
      .update(modelRun)
      .set({ finishedAt: now, failed: true, outcome: 'It was lost on the way.' })
      .where(and(eq(modelRun.model, model), isNull(modelRun.finishedAt), lt(modelRun.requestedAt, new Date(now.getTime() - lostAfterMs))))
    const [running] = await tx
      .select({ id: modelRun.id })
      .from(modelRun)
      .where(and(eq(modelRun.model, model), isNull(modelRun.finishedAt)))
    if (running) return { id: running.id, isNew: false }
    await tx.execute(sql`
      delete from model_run where id in (
        select id from model_run where model = ${model} order by requested_at desc offset ${runsKept - 1}
      )`)
    const [made] = await tx.insert(modelRun).values({ model, requestedAt: now }).returning({ id: modelRun.id })
    return { id: (made as { id: string }).id, isNew: true }
  })
