import type { Incoterm } from '@lading/shared/domain/incoterm'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Transaction } from '../open.ts'
import { payment } from '../schema/payment.ts'
import { shipment } from '../schema/shipment.ts'

/** Locks a shipment against others who bill it or open a checkout for it, and says on which terms its goods travel. */
export const lockForDuties = async (tx: Transaction, shipmentId: string): Promise<{ incoterm: Incoterm }> => {
  const [found] = await tx.select({ incoterm: shipment.incoterm }).from(shipment).where(eq(shipment.id, shipmentId)).for('no key update')
  if (!found) throw new DomainError('shipment-not-found', 'There is no such shipment.')
  return found
}

/** A payment, its shipment locked: whoever writes of payments waits for the shipment first, so that no two wait for each other. */
export const lockPayment = async (tx: Transaction, id: string) => {
  const [known] = await tx.select({ shipmentId: payment.shipmentId }).from(payment).where(eq(payment.id, id))
  if (!known) return undefined
  await lockForDuties(tx, known.shipmentId)
  const [found] = await tx.select().from(payment).where(eq(payment.id, id))
  return found
}
