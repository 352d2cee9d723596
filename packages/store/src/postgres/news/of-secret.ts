import type { NewsKind } from '@lading/shared/domain/news'
import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { newsSubscription } from '../schema/news.ts'
import { shipment } from '../schema/shipment.ts'
import { secretHash } from '../secret.ts'

/** For how long an address may take to confirm. */
export const confirmWithinMs = 24 * 3_600_000

type Dates = { confirmedAt: Date | null; askedAt: Date; expiresAt: Date }

/** What is to be removed counts as gone already. */
export const isForgotten = ({ confirmedAt, askedAt, expiresAt }: Dates, now: Date) =>
  expiresAt <= now || (confirmedAt === null && askedAt.getTime() <= now.getTime() - confirmWithinMs)

/** What a link in a message is about. */
export const newsOfSecret = async (
  db: Db,
  secret: string,
  now: Date,
): Promise<{ trackingNumber: string; confirmed: boolean; kinds: NewsKind[] } | undefined> => {
  const [found] = await db
    .select({ subscription: newsSubscription, trackingNumber: shipment.trackingNumber })
    .from(newsSubscription)
    .innerJoin(shipment, eq(shipment.id, newsSubscription.shipmentId))
    .where(eq(newsSubscription.secretHash, secretHash(secret)))
  if (!found || isForgotten(found.subscription, now)) return undefined
  const { confirmedAt, asked, kinds } = found.subscription
  return { trackingNumber: found.trackingNumber, confirmed: confirmedAt !== null, kinds: confirmedAt ? kinds : asked.kinds }
}
