import type { Merchant } from '@lading/shared/contract/merchant'
import type { News } from '@lading/shared/domain/news'
import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import { brandOf } from '../merchant/brand-of.ts'
import type { Db } from '../open.ts'
import { location } from '../schema/location.ts'
import { newsMessage, newsSubscription } from '../schema/news.ts'
import { shipment } from '../schema/shipment.ts'
import { type Sealed, unsealAddress } from './address.ts'

/** A message that is to be sent now. */
export type Outgoing = {
  id: string
  /** Tries so far, with this one. */
  attempts: number
  createdAt: Date
  /** Nothing where it asks to be confirmed. */
  news: News | null
  channel: 'mail' | 'push'
  language: string
  locale: string
  trackingNumber: string
  /** Of the place where it arrives. */
  zone: string
  /** Of whom it is; nothing where it is from nobody in particular. */
  brand: Merchant | null
} & Sealed

/** How long a try may take before somebody else tries. */
const leaseMs = 5 * 60_000

/**
 * The message that is due for longest, for whoever asks first; nothing where none is due. Until it is settled it is due again after
 * five minutes, so that a process that dies loses none. Then it may be sent twice, under the same id. `unreadable` where the address
 * was sealed with another key, which ends it.
 */
export const takeMessage = (db: Db, dataKey: string, now: Date) =>
  db.transaction(async (tx): Promise<Outgoing | 'unreadable' | undefined> => {
    const [due] = await tx
      .select({ id: newsMessage.id })
      .from(newsMessage)
      .where(and(isNotNull(newsMessage.dueAt), lte(newsMessage.dueAt, now)))
      .orderBy(asc(newsMessage.dueAt), asc(newsMessage.id))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!due) return undefined
    const [message] = await tx
      .update(newsMessage)
      .set({ attempts: sql`${newsMessage.attempts} + 1`, dueAt: new Date(now.getTime() + leaseMs) })
      .where(eq(newsMessage.id, due.id))
      .returning()
    const [to] = await tx
      .select({ subscription: newsSubscription, trackingNumber: shipment.trackingNumber, zone: location.zone })
      .from(newsMessage)
      .innerJoin(newsSubscription, eq(newsSubscription.id, newsMessage.subscriptionId))
      .innerJoin(shipment, eq(shipment.id, newsSubscription.shipmentId))
      .innerJoin(location, eq(location.code, shipment.destinationCode))
      .where(eq(newsMessage.id, due.id))
    if (!message || !to) return undefined
    const opened = openedOf(dataKey, to.subscription)
    if (!opened) {
      await tx.update(newsMessage).set({ failure: 'unreadable', failedAt: now, dueAt: null }).where(eq(newsMessage.id, due.id))
      return 'unreadable'
    }
    const { id, attempts, createdAt, news } = message
    const { channel, asked, language, locale } = to.subscription
    return {
      ...{ id, attempts, createdAt, news, channel },
      ...(news ? { language, locale } : { language: asked.language, locale: asked.locale }),
      ...{ trackingNumber: to.trackingNumber, zone: to.zone, brand: await brandOf(tx, to.subscription.shipmentId) },
      ...opened,
    }
  })

// What was sealed with another key is lost, and holds nothing else up.
const openedOf = (dataKey: string, { id, sealed }: { id: string; sealed: string }) => {
  try {
    return unsealAddress(dataKey, id, sealed)
  } catch {
    return undefined
  }
}

export const messageSent = (db: Db, id: string, now: Date) =>
  db.update(newsMessage).set({ sentAt: now, dueAt: null, failure: null }).where(eq(newsMessage.id, id))

/** To be tried again at `dueAt`. */
export const messageFailed = (db: Db, id: string, failure: string, dueAt: Date) =>
  db.update(newsMessage).set({ failure, dueAt }).where(eq(newsMessage.id, id))

/** Never to be tried again; `undeliverable` where nothing else will get there either. */
export const messageGivenUp = (db: Db, id: string, failure: string, undeliverable: boolean, now: Date) =>
  db.transaction(async (tx) => {
    const [given] = await tx
      .update(newsMessage)
      .set({ failure, failedAt: now, dueAt: null })
      .where(eq(newsMessage.id, id))
      .returning({ subscriptionId: newsMessage.subscriptionId })
    if (given && undeliverable)
      await tx.update(newsSubscription).set({ undeliverableAt: now }).where(eq(newsSubscription.id, given.subscriptionId))
  })
