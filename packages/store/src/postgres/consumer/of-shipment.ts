import type { ProofOfDelivery, TrackingFeedback } from '@lading/shared/contract/shipment'
import { desc, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { deliveryProof, trackingFeedback } from '../schema/consumer.ts'

const feedbackMax = 50

export const proofOf = async (db: Db, shipmentId: string): Promise<ProofOfDelivery | null> => {
  const [row] = await db.select().from(deliveryProof).where(eq(deliveryProof.shipmentId, shipmentId))
  return row ? { receivedAt: row.receivedAt.toISOString(), note: row.note, recordedAt: row.recordedAt.toISOString() } : null
}

/** Newest first, the last fifty. */
export const feedbackOf = async (db: Db, shipmentId: string): Promise<TrackingFeedback[]> => {
  const rows = await db
    .select()
    .from(trackingFeedback)
    .where(eq(trackingFeedback.shipmentId, shipmentId))
    .orderBy(desc(trackingFeedback.givenAt))
    .limit(feedbackMax)
  return rows.map(({ rating, comment, givenAt }) => ({ rating, comment, givenAt: givenAt.toISOString() }))
}
