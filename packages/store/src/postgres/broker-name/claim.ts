import { isReservedName } from '@lading/shared/broker/names'
import { eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Transaction } from '../open.ts'
import { bridge } from '../schema/bridge.ts'
import { device } from '../schema/device.ts'

/**
 * Devices and bridges sign in at the broker under their names, so they share them. Until the transaction ends nobody else
 * can take this one. `at` is where the name stands in what was asked.
 */
export const claimName = async (tx: Transaction, name: string, at: '/id' | '/name') => {
  if (isReservedName(name))
    throw new DomainError('not-valid', 'The name cannot be taken.', [{ path: at, message: 'is reserved for the platform itself' }])
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`broker name ${name}`}, 0))`)
  const isTaken = { path: at, message: 'is taken' }
  const devices = await tx.select({ name: device.id }).from(device).where(eq(device.id, name))
  if (devices.length > 0) throw new DomainError('device-registered', `There is a device ${name} already.`, [isTaken])
  const bridges = await tx.select({ name: bridge.name }).from(bridge).where(eq(bridge.name, name))
  if (bridges.length > 0) throw new DomainError('bridge-registered', `There is a bridge ${name} already.`, [isTaken])
}
