import { eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { newsSubscription } from '../schema/news.ts'
import { trackingLink } from '../schema/tracking-link.ts'
import { newSecret, secretHash } from '../secret.ts'
import { sealAddress, unsealAddress } from './address.ts'
import { knownOf } from './known.ts'
import { isForgotten } from './of-secret.ts'

type Times = { now: Date; platformNow: Date }

/**
 * Whoever reads what is sent to the address wants it: from here on they are told what is news from now. Answers the token of the page,
 * the same one when done again; nothing where the link is unknown, or too old.
 */
export const confirmNews = (db: Db, secret: string, dataKey: string, { now, platformNow }: Times) =>
  db.transaction(async (tx): Promise<string | undefined> => {
    const [found] = await tx
      .select()
      .from(newsSubscription)
      .where(eq(newsSubscription.secretHash, secretHash(secret)))
      .for('update')
    if (!found || isForgotten(found, now)) return undefined
    const opened = unsealAddress(dataKey, found.id, found.sealed)
    const pageToken = opened.pageToken ?? newSecret(16)
    const linkHash = secretHash(pageToken)
    if (!opened.pageToken)
      await tx
        .insert(trackingLink)
        .values({ tokenHash: linkHash, shipmentId: found.shipmentId, createdAt: now, expiresAt: found.expiresAt })
    await tx
      .update(newsSubscription)
      .set({
        ...found.asked,
        sealed: sealAddress(dataKey, found.id, { ...opened, pageToken }),
        linkHash,
        confirmedAt: found.confirmedAt ?? now,
        told: found.told ?? (await knownOf(tx, found.shipmentId, platformNow)) ?? null,
      })
      .where(eq(newsSubscription.id, found.id))
    return pageToken
  })
