import { asc, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { device, gatewayDevice } from '../schema/device.ts'

/** Whose readings this device may publish besides its own, in the order of their names. */
export const carriedDevices = async (db: Db, gatewayId: string): Promise<string[]> => {
  const gateways = await db.select({ id: device.id }).from(device).where(eq(device.id, gatewayId))
  if (gateways.length === 0) throw new DomainError('device-not-found', 'There is no such device.')
  const rows = await db
    .select({ id: gatewayDevice.deviceId })
    .from(gatewayDevice)
    .where(eq(gatewayDevice.gatewayId, gatewayId))
    .orderBy(asc(gatewayDevice.deviceId))
  return rows.map(({ id }) => id)
}
