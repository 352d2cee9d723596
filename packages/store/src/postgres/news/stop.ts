import { and, eq } from 'drizzle-orm'
import type { Db } from '../open.ts'
import { newsSubscription } from '../schema/news.ts'
import { secretHash } from '../secret.ts'
import { addressHash } from './address.ts'

/** No more news: the address goes, and what has not been sent yet. Whether there was one is for nobody to know. */
export const stopNewsBySecret = (db: Db, secret: string) =>
  db.delete(newsSubscription).where(eq(newsSubscription.secretHash, secretHash(secret)))

/** Of the one that this link to the page was made for. */
export const stopNewsByLink = (db: Db, linkHash: string) => db.delete(newsSubscription).where(eq(newsSubscription.linkHash, linkHash))

export const stopNewsByAddress = (db: Db, shipmentId: string, address: string, dataKey: string) =>
  db
    .delete(newsSubscription)
    .where(and(eq(newsSubscription.shipmentId, shipmentId), eq(newsSubscription.addressHash, addressHash(dataKey, shipmentId, address))))
