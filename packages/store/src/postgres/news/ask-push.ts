import { randomUUID } from 'node:crypto'
import type { Wanted } from '@lading/shared/domain/news'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { newsSubscription } from '../schema/news.ts'
import { trackingLink } from '../schema/tracking-link.ts'
import { keyedHash } from '../sealed.ts'
import { newSecret, secretHash } from '../secret.ts'
import { addressesMax, type PushKeys, sealAddress } from './address.ts'
import { knownOf } from './known.ts'

type Asked = { shipmentId: string; endpoint: string; keys: PushKeys; wanted: Wanted; language: string; locale: string; expiresAt: Date }
type Times = { now: Date; platformNow: Date }

const hashOf = (dataKey: string, shipmentId: string, endpoint: string) =>
  keyedHash(dataKey, { purpose: 'push', owner: shipmentId }, endpoint)

/**
 * A browser wants news of a shipment from now on. Whoever uses it has said so to the browser, so nothing else confirms it. The same
 * browser again says anew what it wants. Answers false where too many wait for this shipment.
 */
export const askForPush = (
  db: Db,
  { shipmentId, endpoint, keys, wanted, language, locale, expiresAt }: Asked,
  dataKey: string,
  times: Times,
) =>
  db.transaction(async (tx): Promise<boolean> => {
    const { now, platformNow } = times
    const addressHash = hashOf(dataKey, shipmentId, endpoint)
    const others = await tx
      .select({ addressHash: newsSubscription.addressHash })
      .from(newsSubscription)
      .where(eq(newsSubscription.shipmentId, shipmentId))
    if (others.length >= addressesMax && !others.some((other) => other.addressHash === addressHash)) return false
    await tx.delete(newsSubscription).where(and(eq(newsSubscription.shipmentId, shipmentId), eq(newsSubscription.addressHash, addressHash)))
    const id = randomUUID()
    const [secret, pageToken] = [newSecret(16), newSecret(16)]
    const linkHash = secretHash(pageToken)
    await tx.insert(trackingLink).values({ tokenHash: linkHash, shipmentId, createdAt: now, expiresAt })
    await tx.insert(newsSubscription).values({
      ...{ id, shipmentId, channel: 'push', addressHash, language, locale, expiresAt, linkHash, ...wanted },
      sealed: sealAddress(dataKey, id, { address: endpoint, secret, pageToken, keys }),
      secretHash: secretHash(secret),
      asked: { ...wanted, language, locale },
      askedAt: now,
      confirmedAt: now,
      told: (await knownOf(tx, shipmentId, platformNow)) ?? null,
    })
    return true
  })

export const stopPush = (db: Db, shipmentId: string, endpoint: string, dataKey: string) =>
  db
    .delete(newsSubscription)
    .where(and(eq(newsSubscription.shipmentId, shipmentId), eq(newsSubscription.addressHash, hashOf(dataKey, shipmentId, endpoint))))
