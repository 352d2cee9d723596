import { isReservedName } from '@lading/shared/broker/names'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { device } from '../schema/device.ts'
import { newSecret, secretHash } from '../secret.ts'

/** Makes a device known. Answers its secret of 256 random bits, which nobody can read again. */
export const registerDevice = async (db: Db, wanted: { id: string; label?: string; reportIntervalS: number }, now: Date) => {
  if (isReservedName(wanted.id))
    throw new DomainError('not-valid', 'The device cannot be registered.', [
      { path: '/id', message: 'is reserved for the platform itself' },
    ])
  const secret = newSecret(32)
  const added = await db
    .insert(device)
    .values({ ...wanted, secretHash: secretHash(secret), registeredAt: now })
    .onConflictDoNothing()
    .returning({ id: device.id })
  if (added.length === 0)
    throw new DomainError('device-registered', `There is a device ${wanted.id} already.`, [{ path: '/id', message: 'is taken' }])
  return secret
}
