import type { ModelName } from '@lading/shared/domain/model'
import { desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { model } from '../schema/model.ts'

/** The version in use, otherwise the newest, without its state; nothing where none was trained yet. */
export const leadingVersion = async (db: Db, name: ModelName) => {
  const [leading] = await db
    .select({ version: model.version, inUse: model.inUse })
    .from(model)
    .where(eq(model.name, name))
    .orderBy(desc(model.inUse), desc(model.version))
    .limit(1)
  return leading
}
