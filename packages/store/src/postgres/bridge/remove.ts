import { eq } from 'drizzle-orm'
import { tellIdentityChange } from '../device/identity-changes.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { bridge } from '../schema/bridge.ts'

/** Closes the account for good. What came through it stays. */
export const removeBridge = (db: Db, name: string) =>
  db.transaction(async (tx) => {
    const removed = await tx.delete(bridge).where(eq(bridge.name, name)).returning({ name: bridge.name })
    if (removed.length === 0) throw new DomainError('bridge-not-found', 'There is no such bridge.')
    await tellIdentityChange(tx, name)
  })
