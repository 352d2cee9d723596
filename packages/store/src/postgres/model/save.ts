import type { ModelName, WhyUsed } from '@lading/shared/domain/model'
import { and, desc, eq, notInArray, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { model } from '../schema/model.ts'

export type TrainedModel = {
  name: ModelName
  trainedAt: Date
  /** Of the outcomes it learnt from; null where it learnt from none. */
  windowFrom: Date | null
  windowTo: Date | null
  rows: number
  metrics: Record<string, number | null>
  /** What JSON can carry. */
  state: unknown
  inUse: boolean
  reason: string
  why: WhyUsed | null
}

// States may be megabytes; older ones are of no use but for going back.
const statesKept = 3

/** Keeps a model as the next version of its name, and answers which. One that is in use takes the place of the one before. */
export const saveModel = (db: Db, trained: TrainedModel): Promise<number> =>
  db.transaction(async (tx) => {
    await lockName(tx, trained.name)
    const [newest] = await tx
      .select({ version: model.version })
      .from(model)
      .where(eq(model.name, trained.name))
      .orderBy(desc(model.version))
      .limit(1)
    const version = (newest?.version ?? 0) + 1
    if (trained.inUse) await replace(tx, trained.name, version)
    await tx.insert(model).values({ ...trained, version })
    const kept = tx
      .select({ version: model.version })
      .from(model)
      .where(eq(model.name, trained.name))
      .orderBy(desc(model.version))
      .limit(statesKept)
    await tx
      .update(model)
      .set({ state: null })
      .where(and(eq(model.name, trained.name), eq(model.inUse, false), notInArray(model.version, kept)))
    return version
  })

/** Whoever changes what is in use of a name does so one after the other. */
export const lockName = (tx: Transaction, name: ModelName) => tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`model/${name}`}))`)

/** Takes what is in use of a name out of use, for another version. */
export const replace = (tx: Transaction, name: ModelName, by: number) =>
  tx
    .update(model)
    .set({ inUse: false, reason: `Version ${by} took its place.`, why: { code: 'replaced', by } })
    .where(and(eq(model.name, name), eq(model.inUse, true)))
