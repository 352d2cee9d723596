import { eq, inArray } from 'drizzle-orm'
import { tellIdentityChange } from '../device/identity-changes.ts'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { device, gatewayDevice } from '../schema/device.ts'

/** Says for which devices a gateway may publish besides itself; what it was allowed before is replaced. */
export const carryDevices = (db: Db, gatewayId: string, deviceIds: string[]) =>
  db.transaction(async (tx) => {
    // Two lists for one gateway wait for each other here.
    const gateways = await tx.select({ id: device.id }).from(device).where(eq(device.id, gatewayId)).for('update')
    if (gateways.length === 0) throw new DomainError('device-not-found', 'There is no such device.')
    const wanted = [...new Set(deviceIds)].filter((id) => id !== gatewayId)
    const known = new Set((await tx.select({ id: device.id }).from(device).where(inArray(device.id, wanted))).map(({ id }) => id))
    const issues = deviceIds.flatMap((id, index) =>
      known.has(id) || id === gatewayId ? [] : [{ path: `/deviceIds/${index}`, message: `${id} is not registered` }],
    )
    if (issues.length > 0) throw new DomainError('not-valid', 'The list names devices that are not registered.', issues)
    await tx.delete(gatewayDevice).where(eq(gatewayDevice.gatewayId, gatewayId))
    if (wanted.length > 0) await tx.insert(gatewayDevice).values(wanted.map((deviceId) => ({ gatewayId, deviceId })))
    await tellIdentityChange(tx, gatewayId)
  })
