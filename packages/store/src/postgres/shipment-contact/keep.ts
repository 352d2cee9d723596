import type { ConsigneeContact } from '@lading/shared/contract/shipment'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Transaction } from '../open.ts'
import { shipmentContact } from '../schema/shipment-contact.ts'
import { factorHash } from './factor-hash.ts'

/** Keeps the hashes of a consignee's contact instead of those before; null lets them go. */
export const keepContact = async (tx: Transaction, shipmentId: string, contact: ConsigneeContact | null, dataKey: string | undefined) => {
  await tx.delete(shipmentContact).where(eq(shipmentContact.shipmentId, shipmentId))
  const { email, postcode } = contact ?? {}
  if (email === undefined && postcode === undefined) return
  if (!dataKey)
    throw new DomainError('not-valid', 'Contacts cannot be kept here.', [
      { path: '/contact', message: 'is kept only where DATA_KEY is set' },
    ])
  await tx.insert(shipmentContact).values({
    shipmentId,
    emailHash: email === undefined ? null : factorHash(dataKey, shipmentId, 'email', email),
    postcodeHash: postcode === undefined ? null : factorHash(dataKey, shipmentId, 'postcode', postcode),
  })
}
