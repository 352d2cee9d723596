import type { ModelName } from '@lading/shared/domain/model'
import { desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { model } from '../schema/model.ts'

/** The newest version of a name, its state included, whether or not it is in use; nothing where it was never trained. */
export const newestModel = async (db: Db, name: ModelName) => {
  const [newest] = await db.select().from(model).where(eq(model.name, name)).orderBy(desc(model.version)).limit(1)
  return newest
}
