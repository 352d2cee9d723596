import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { deliveryProof } from '../schema/consumer.ts'
import { shipment } from '../schema/shipment.ts'

/** Keeps the proof of delivery, instead of one that was recorded before. */
export const recordProof = async (db: Db, shipmentId: string, proof: { receivedAt: Date; note: string | null }, recordedAt: Date) => {
  const known = await db.select({ id: shipment.id }).from(shipment).where(eq(shipment.id, shipmentId))
  if (known.length === 0) throw new DomainError('shipment-not-found', 'There is no such shipment.')
  const row = { ...proof, recordedAt }
  await db
    .insert(deliveryProof)
    .values({ shipmentId, ...row })
    .onConflictDoUpdate({ target: deliveryProof.shipmentId, set: row })
}
