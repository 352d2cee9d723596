import type { NewsKind } from '@lading/shared/domain/news'
import { and, eq, gt } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { newsSubscription } from '../schema/news.ts'
import { trackingLink } from '../schema/tracking-link.ts'
import { secretHash } from '../secret.ts'

/** A link to the page as far as more than looking is concerned: how its reader came by it, and what news it was sent with. */
export type LinkStanding = { shipmentId: string; tokenHash: string; byFactor: boolean; expiresAt: Date; news: NewsKind[] | null }

export const standingOfLink = async (db: Db, token: string, now = new Date()): Promise<LinkStanding | undefined> => {
  const [found] = await db
    .select({
      shipmentId: trackingLink.shipmentId,
      tokenHash: trackingLink.tokenHash,
      byFactor: trackingLink.byFactor,
      expiresAt: trackingLink.expiresAt,
      news: newsSubscription.kinds,
    })
    .from(trackingLink)
    .leftJoin(newsSubscription, eq(newsSubscription.linkHash, trackingLink.tokenHash))
    .where(and(eq(trackingLink.tokenHash, secretHash(token)), gt(trackingLink.expiresAt, now)))
  return found
}
