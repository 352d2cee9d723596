import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { newsMessage, newsRequest, newsSubscription } from '../schema/news.ts'
import { finishedBefore } from '../shipment/finished-before.ts'
import { confirmWithinMs } from './of-secret.ts'

const dayMs = 24 * 3_600_000
/** For how long it is kept that something was sent. */
const sentDays = 30

type Until = { now: Date /** Platform time: shipments that have not changed since, and will not any more. */; finished: Date }

/**
 * Lets go of addresses that were not confirmed within a day, whose link has ended or whose shipment was delivered long enough ago, and
 * of what was sent. Answers how many addresses went.
 */
export const forgetNews = async (db: Db, { now, finished }: Until) => {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await db.delete(newsRequest).where(lt(newsRequest.askedAt, before(dayMs)))
  await db.delete(newsMessage).where(and(isNull(newsMessage.dueAt), lt(newsMessage.createdAt, before(sentDays * dayMs))))
  const { count } = await db
    .delete(newsSubscription)
    .where(
      or(
        and(isNull(newsSubscription.confirmedAt), lt(newsSubscription.askedAt, before(confirmWithinMs))),
        lt(newsSubscription.expiresAt, now),
        inArray(newsSubscription.shipmentId, finishedBefore(db, finished)),
      ),
    )
  return count
}

/** Of one shipment: whoever is to be forgotten is forgotten here as well. */
export const forgetNewsOf = (db: Pick<Db, 'delete'>, shipmentId: string) =>
  db.delete(newsSubscription).where(eq(newsSubscription.shipmentId, shipmentId))
