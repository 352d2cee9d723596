import { and, eq, gt, gte, isNull, lt, or } from 'drizzle-orm'
import type { Transaction } from '../open.ts'
import { assignment, device } from '../schema/device.ts'

export type TakeOver = { deviceId: string; shipmentId: string; from: Date; until: Date | null }

/**
 * From `from` on the device speaks for this shipment. A device speaks for one shipment at a time: an assignment that began
 * before ends there, one that began within the new one was a mistake and goes, one that outlasts it begins where it ends.
 */
export const takeOver = async (tx: Transaction, { deviceId, shipmentId, from, until }: TakeOver) => {
  // Two assignments of one device at the same moment wait for each other here.
  await tx.select({ id: device.id }).from(device).where(eq(device.id, deviceId)).for('update')
  const ofDevice = eq(assignment.deviceId, deviceId)
  await tx
    .update(assignment)
    .set({ until: from })
    .where(and(ofDevice, lt(assignment.from, from), or(isNull(assignment.until), gt(assignment.until, from))))
  if (until) {
    await tx
      .update(assignment)
      .set({ from: until })
      .where(
        and(ofDevice, gte(assignment.from, from), lt(assignment.from, until), or(isNull(assignment.until), gt(assignment.until, until))),
      )
  }
  await tx.delete(assignment).where(and(ofDevice, gte(assignment.from, from), until ? lt(assignment.from, until) : undefined))
  await tx.insert(assignment).values({ deviceId, shipmentId, from, until })
}
