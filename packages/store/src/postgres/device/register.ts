import { brokerSecretHash } from '../../broker/secret-hash.ts'
import { claimName } from '../broker-name/claim.ts'
import type { Db } from '../open.ts'
import { device } from '../schema/device.ts'
import { newSecret } from '../secret.ts'

/** Makes a device known. Answers its secret of 256 random bits, which nobody can read again. */
export const registerDevice = (db: Db, wanted: { id: string; label?: string; reportIntervalS: number }, now: Date) =>
  db.transaction(async (tx) => {
    await claimName(tx, wanted.id, '/id')
    const secret = newSecret(32)
    await tx.insert(device).values({ ...wanted, secretHash: brokerSecretHash(secret), registeredAt: now })
    return secret
  })
