import { eq } from 'drizzle-orm'
import { brokerSecretHash } from '../../broker/secret-hash.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { device } from '../schema/device.ts'
import { newSecret } from '../secret.ts'
import { tellIdentityChange } from './identity-changes.ts'

/** A new secret; who connected with the old one is disconnected. A device that was revoked may connect again with it. */
export const rotateSecret = (db: Db, id: string) =>
  db.transaction(async (tx) => {
    const secret = newSecret(32)
    const changed = await tx
      .update(device)
      .set({ secretHash: brokerSecretHash(secret), revokedAt: null })
      .where(eq(device.id, id))
      .returning({ id: device.id })
    if (changed.length === 0) throw new DomainError('device-not-found', 'There is no such device.')
    await tellIdentityChange(tx, id)
    return secret
  })
