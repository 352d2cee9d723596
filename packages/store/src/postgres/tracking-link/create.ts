import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { shipment } from '../schema/shipment.ts'
import { trackingLink } from '../schema/tracking-link.ts'
import { newSecret, secretHash } from '../secret.ts'

const dayMs = 24 * 3_600_000

/** A new link to the shipment's tracking page: 128 random bits, of which only the hash is kept. */
export const createTrackingLink = async (db: Db, shipmentId: string, days: number, { byFactor = false, now = new Date() } = {}) => {
  const known = await db.select({ id: shipment.id }).from(shipment).where(eq(shipment.id, shipmentId))
  if (known.length === 0) throw new DomainError('shipment-not-found', 'There is no such shipment.')
  const token = newSecret(16)
  const expiresAt = new Date(now.getTime() + days * dayMs)
  await db.insert(trackingLink).values({ tokenHash: secretHash(token), shipmentId, byFactor, createdAt: now, expiresAt })
  return { token, expiresAt }
}
