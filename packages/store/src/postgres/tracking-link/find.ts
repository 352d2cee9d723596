import { and, eq, gt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { trackingLink } from '../schema/tracking-link.ts'
import { secretHash } from '../secret.ts'

/** The shipment that a link shows. Unknown and expired links alike show none, and take the same one look-up. */
export const findTrackingLink = async (db: Db, token: string, now = new Date()) => {
  const [found] = await db
    .select({ shipmentId: trackingLink.shipmentId })
    .from(trackingLink)
    .where(and(eq(trackingLink.tokenHash, secretHash(token)), gt(trackingLink.expiresAt, now)))
  return found?.shipmentId
}
