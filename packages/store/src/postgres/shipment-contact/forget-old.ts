import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { trackingFeedback } from '../schema/consumer.ts'
import { shipmentContact } from '../schema/shipment-contact.ts'
import { finishedBefore } from '../shipment/finished-before.ts'

/**
 * Of shipments that were over before then: by what their consignees were known, and what they said of the page in words. Whether they liked
 * it stays, as that is nobody's. Answers how many contacts went.
 */
export const forgetOldContacts = async (db: Db, before: Date) => {
  await db
    .update(trackingFeedback)
    .set({ comment: null })
    .where(and(isNotNull(trackingFeedback.comment), inArray(trackingFeedback.shipmentId, finishedBefore(db, before))))
  return (await db.delete(shipmentContact).where(inArray(shipmentContact.shipmentId, finishedBefore(db, before)))).count
}
