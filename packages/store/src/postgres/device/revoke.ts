import { eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { device } from '../schema/device.ts'
import { tellIdentityChange } from './identity-changes.ts'

/** From now on the device may not connect, and is disconnected. Its readings stay. Revoking twice keeps the first moment. */
export const revokeDevice = (db: Db, id: string) =>
  db.transaction(async (tx) => {
    const revoked = await tx
      .update(device)
      .set({ revokedAt: sql`coalesce(${device.revokedAt}, now())` })
      .where(eq(device.id, id))
      .returning({ id: device.id })
    if (revoked.length === 0) throw new DomainError('device-not-found', 'There is no such device.')
    await tellIdentityChange(tx, id)
  })
