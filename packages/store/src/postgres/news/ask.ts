import { randomUUID } from 'node:crypto'
import type { Wanted } from '@lading/shared/domain/news'
import { and, count, eq, gt, isNull, max, sql } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { newsMessage, newsRequest, newsSubscription } from '../schema/news.ts'
import { newSecret, secretHash } from '../secret.ts'
import { addressesMax, addressHash, requestHash, sealAddress } from './address.ts'

export type Asked = {
  shipmentId: string
  address: string
  wanted: Wanted
  language: string
  locale: string
  /** When the link ends by which it is asked. */
  expiresAt: Date
}

const hourMs = 3_600_000
/** How often one address is asked to confirm, whoever asks for it: once an hour for a shipment, five times a day in all. */
const pauseMs = hourMs
const requestsADay = 5

/**
 * Somebody wants news of a shipment: writes down what they want, and the message that asks the address to confirm it. Answers
 * whether there is such a message to send; whoever asked is never told, as the answer would say who gets news already.
 */
export const askForNews = (db: Db, { shipmentId, address, wanted, language, locale, expiresAt }: Asked, dataKey: string, now: Date) =>
  db.transaction(async (tx): Promise<boolean> => {
    const hash = addressHash(dataKey, shipmentId, address)
    const others = await tx
      .select({ addressHash: newsSubscription.addressHash })
      .from(newsSubscription)
      .where(eq(newsSubscription.shipmentId, shipmentId))
    if (others.length >= addressesMax && !others.some((other) => other.addressHash === hash)) return false
    const id = randomUUID()
    const secret = newSecret(16)
    const asked = { ...wanted, language, locale }
    const [kept] = await tx
      .insert(newsSubscription)
      .values({
        id,
        shipmentId,
        channel: 'mail',
        addressHash: hash,
        sealed: sealAddress(dataKey, id, { address, secret }),
        secretHash: secretHash(secret),
        ...wanted,
        language,
        locale,
        asked,
        askedAt: now,
        expiresAt,
      })
      // Where it is known already, nothing of it changes until it is confirmed.
      .onConflictDoUpdate({
        target: [newsSubscription.shipmentId, newsSubscription.addressHash],
        set: { asked, expiresAt: sql`greatest(${newsSubscription.expiresAt}, excluded.expires_at)` },
      })
      .returning({ id: newsSubscription.id })
    if (!kept || (await isTooSoon(tx, kept.id, requestHash(dataKey, address), now))) return false
    await tx.update(newsSubscription).set({ askedAt: now, undeliverableAt: null }).where(eq(newsSubscription.id, kept.id))
    await tx.insert(newsRequest).values({ addressHash: requestHash(dataKey, address), askedAt: now })
    await tx.insert(newsMessage).values({ subscriptionId: kept.id, key: `confirm ${now.toISOString()}`, createdAt: now, dueAt: now })
    return true
  })

const isTooSoon = async (tx: Transaction, subscriptionId: string, request: string, now: Date) => {
  const [last] = await tx
    .select({ at: max(newsMessage.createdAt) })
    .from(newsMessage)
    .where(and(eq(newsMessage.subscriptionId, subscriptionId), isNull(newsMessage.news)))
  if (last?.at && now.getTime() - last.at.getTime() < pauseMs) return true
  const [today] = await tx
    .select({ requests: count() })
    .from(newsRequest)
    .where(and(eq(newsRequest.addressHash, request), gt(newsRequest.askedAt, new Date(now.getTime() - 24 * hourMs))))
  return (today?.requests ?? 0) >= requestsADay
}
