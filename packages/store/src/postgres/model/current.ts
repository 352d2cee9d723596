import type { ModelName } from '@lading/shared/domain/model'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { model } from '../schema/model.ts'

/** The version that predictions are made with, its state included; nothing where the naive rule is used instead. */
export const currentModel = async (db: Db, name: ModelName) => {
  const [current] = await db
    .select()
    .from(model)
    .where(and(eq(model.name, name), eq(model.inUse, true)))
  return current
}
