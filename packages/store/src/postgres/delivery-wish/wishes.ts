import { randomUUID } from 'node:crypto'
import type { DeliveryWish, DeliveryWishes } from '@lading/shared/contract/delivery-wish'
import { asc, desc, eq, inArray, max } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { deliveryWish } from '../schema/consumer.ts'
import { shipment } from '../schema/shipment.ts'
import { seal, unseal } from '../sealed.ts'
import { finishedBefore } from '../shipment/finished-before.ts'

const purpose = 'delivery wish'
/** Nobody changes their mind more often; whoever does leaves the first ones behind. */
const wishesMax = 50

type Said = Omit<DeliveryWish, 'givenAt'>

/** Keeps one more wish; the ones before stay as history. */
export const keepWish = (db: Db, shipmentId: string, wish: Said, dataKey: string, givenAt: Date) =>
  db.transaction(async (tx) => {
    // One after the other, so that the limit holds.
    const [found] = await tx.select({ id: shipment.id }).from(shipment).where(eq(shipment.id, shipmentId)).for('no key update')
    if (!found) throw new DomainError('shipment-not-found', 'There is no such shipment.')
    const id = randomUUID()
    const [last] = await tx
      .select({ at: max(deliveryWish.givenAt) })
      .from(deliveryWish)
      .where(eq(deliveryWish.shipmentId, shipmentId))
    // The one that was said last counts, also of two in one millisecond.
    const at = new Date(Math.max(givenAt.getTime(), (last?.at?.getTime() ?? 0) + 1))
    const sealed = seal(dataKey, { purpose, owner: id }, JSON.stringify(wish))
    await tx.insert(deliveryWish).values({ id, shipmentId, sealed, givenAt: at })
    const kept = await tx
      .select({ id: deliveryWish.id })
      .from(deliveryWish)
      .where(eq(deliveryWish.shipmentId, shipmentId))
      .orderBy(desc(deliveryWish.givenAt), asc(deliveryWish.id))
    const tooOld = kept.slice(wishesMax).map((each) => each.id)
    if (tooOld.length > 0) await tx.delete(deliveryWish).where(inArray(deliveryWish.id, tooOld))
  })

/** All that was wished. What was sealed with another key than this cannot be read and is left out. */
export const wishesOf = async (db: Db, shipmentId: string, dataKey: string): Promise<DeliveryWishes> => {
  const rows = await db
    .select()
    .from(deliveryWish)
    .where(eq(deliveryWish.shipmentId, shipmentId))
    .orderBy(desc(deliveryWish.givenAt), asc(deliveryWish.id))
    .limit(wishesMax)
  const history = rows.flatMap(({ id, sealed, givenAt }) => {
    const said = opened(dataKey, id, sealed)
    return said ? [{ ...said, givenAt: givenAt.toISOString() }] : []
  })
  const [newest] = history
  return { current: newest && newest.kind !== 'none' ? newest : null, history }
}

const opened = (dataKey: string, owner: string, sealed: string): Said | undefined => {
  try {
    return JSON.parse(unseal(dataKey, { purpose, owner }, sealed))
  } catch {
    return undefined
  }
}

/** Of one shipment: whoever is to be forgotten is forgotten here as well. */
export const forgetWishesOf = (db: Pick<Db, 'delete'>, shipmentId: string) =>
  db.delete(deliveryWish).where(eq(deliveryWish.shipmentId, shipmentId))

/** Of shipments that were delivered, or given up, and have not changed since before then. */
export const forgetOldWishes = async (db: Db, before: Date) =>
  (await db.delete(deliveryWish).where(inArray(deliveryWish.shipmentId, finishedBefore(db, before)))).count
