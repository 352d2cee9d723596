import type { ModelName, WhyUsed } from '@lading/shared/domain/model'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { model } from '../schema/model.ts'
import { lockName, replace } from './save.ts'

/**
 * Takes a version into use, in place of the one before, or out of use, and says why. Answers whether there is such a version with
 * which predictions can still be made.
 */
export const useModel = (
  db: Db,
  { name, version, inUse, reason, why }: { name: ModelName; version: number; inUse: boolean; reason: string; why: WhyUsed | null },
): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockName(tx, name)
    const isVersion = and(eq(model.name, name), eq(model.version, version))
    const [found] = await tx.select({ state: model.state }).from(model).where(isVersion)
    if (!found || (inUse && found.state === null)) return false
    if (inUse) await replace(tx, name, version)
    await tx.update(model).set({ inUse, reason, why }).where(isVersion)
    return true
  })
