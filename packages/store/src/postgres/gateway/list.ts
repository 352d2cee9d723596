import type { Gateways } from '@lading/shared/contract/device'
import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { device, gatewayDevice } from '../schema/device.ts'

/** Every device that carries others, in the order of their names, with whom it carries. */
export const listGateways = async (db: Db): Promise<Gateways> => {
  const rows = await db
    .select({
      id: device.id,
      label: device.label,
      revokedAt: device.revokedAt,
      deviceIds: sql<string[]>`array_agg(${gatewayDevice.deviceId} order by ${gatewayDevice.deviceId})`,
    })
    .from(device)
    .innerJoin(gatewayDevice, eq(gatewayDevice.gatewayId, device.id))
    .groupBy(device.id)
    .orderBy(asc(device.id))
  return rows.map((row) => ({ ...row, revokedAt: row.revokedAt?.toISOString() ?? null }))
}
