import type { ConsigneeContact } from '@lading/shared/contract/shipment'
import { eq } from 'drizzle-orm'
import { forgetWishesOf } from '../delivery-wish/wishes.ts'
import { DomainError } from '../domain-error.ts'
import { forgetNewsOf } from '../news/forget.ts'
import type { Transaction } from '../open.ts'
import { trackingFeedback } from '../schema/consumer.ts'
import { shipmentContact } from '../schema/shipment-contact.ts'
import { factorHash } from './factor-hash.ts'

/**
 * Keeps the hashes of a consignee's contact instead of those before; null lets them go. With a person goes what that person asked for
 * and said on the tracking page.
 */
export const keepContact = async (tx: Transaction, shipmentId: string, contact: ConsigneeContact | null, dataKey: string | undefined) => {
  const [before] = await tx.delete(shipmentContact).where(eq(shipmentContact.shipmentId, shipmentId)).returning()
  const { email, postcode } = contact ?? {}
  if (email === undefined && postcode === undefined) return forgetConsumer(tx, shipmentId)
  if (!dataKey)
    throw new DomainError('not-valid', 'Contacts cannot be kept here.', [
      { path: '/contact', message: 'is kept only where DATA_KEY is set' },
    ])
  const emailHash = email === undefined ? null : factorHash(dataKey, shipmentId, 'email', email)
  const postcodeHash = postcode === undefined ? null : factorHash(dataKey, shipmentId, 'postcode', postcode)
  await tx.insert(shipmentContact).values({ shipmentId, emailHash, postcodeHash })
  if (before && (before.emailHash !== emailHash || before.postcodeHash !== postcodeHash)) await forgetConsumer(tx, shipmentId)
}

const forgetConsumer = async (tx: Transaction, shipmentId: string) => {
  await forgetNewsOf(tx, shipmentId)
  await forgetWishesOf(tx, shipmentId)
  await tx.update(trackingFeedback).set({ comment: null }).where(eq(trackingFeedback.shipmentId, shipmentId))
}
