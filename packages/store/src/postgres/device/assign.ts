import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { device } from '../schema/device.ts'
import { shipment } from '../schema/shipment.ts'
import { type TakeOver, takeOver } from './take-over.ts'

/** Sends a registered device along with a shipment. */
export const assignDevice = (db: Db, wanted: TakeOver) =>
  db.transaction(async (tx) => {
    const devices = await tx.select({ id: device.id }).from(device).where(eq(device.id, wanted.deviceId))
    if (devices.length === 0) throw new DomainError('device-not-found', 'There is no such device.')
    const shipments = await tx.select({ id: shipment.id }).from(shipment).where(eq(shipment.id, wanted.shipmentId))
    if (shipments.length === 0)
      throw new DomainError('not-valid', 'The device cannot be assigned.', [{ path: '/shipmentId', message: 'there is no such shipment' }])
    await takeOver(tx, wanted)
  })
