import type { ShipmentChange } from '@lading/shared/contract/shipment'
import { eq, sql } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { shipment, shipmentItem, shipmentParty } from '../schema/shipment.ts'
import { keepContact } from '../shipment-contact/keep.ts'
import { notFinished } from '../tracking/not-finished.ts'
import { itemRows, partyRows } from './rows.ts'
import { unknownMerchant } from './unknown-merchant.ts'
import { unknownProducts } from './unknown-products.ts'

/**
 * Changes what is given and leaves the rest as it is; parties and items are given as a whole. What people say of it is its state at once, and
 * when they take it back, once it is followed again.
 */
export const changeShipment = (
  db: Db,
  id: string,
  { parties, items, limits, promisedAt, contact, merchant, ...plain }: ShipmentChange,
  now: Date,
  dataKey?: string,
) =>
  db.transaction(async (tx) => {
    const unknown = await unknownMerchant(tx, merchant)
    if (unknown.length > 0) throw new DomainError('not-valid', 'The shipment names a merchant that is not known.', unknown)
    const changed = await tx
      .update(shipment)
      .set({
        ...(plain.saidState && {
          state: sql`case when ${notFinished()} then ${plain.saidState}::shipment_state else ${shipment.state} end`,
        }),
        ...plain,
        ...limits,
        merchantCode: merchant,
        promisedAt: toDate(promisedAt),
        updatedAt: now,
      })
      .where(eq(shipment.id, id))
      .returning({ id: shipment.id, temperatureMinC: shipment.temperatureMinC, temperatureMaxC: shipment.temperatureMaxC })
    const [row] = changed
    if (!row) throw new DomainError('shipment-not-found', 'There is no such shipment.')
    if (row.temperatureMinC !== null && row.temperatureMaxC !== null && row.temperatureMinC > row.temperatureMaxC)
      throw new DomainError('not-valid', 'No temperature is within the limits.', [
        { path: '/limits', message: 'temperatureMinC is above temperatureMaxC' },
      ])
    if (contact !== undefined) await keepContact(tx, id, contact, dataKey)
    if (parties) {
      await tx.delete(shipmentParty).where(eq(shipmentParty.shipmentId, id))
      if (parties.length > 0) await tx.insert(shipmentParty).values(partyRows(id, parties))
    }
    if (items) {
      const issues = await unknownProducts(tx, items)
      if (issues.length > 0) throw new DomainError('not-valid', 'The shipment names products that are not known.', issues)
      await tx.delete(shipmentItem).where(eq(shipmentItem.shipmentId, id))
      if (items.length > 0) await tx.insert(shipmentItem).values(itemRows(id, items))
    }
  })

// Null takes the promise away, undefined leaves it alone.
const toDate = (instant: string | null | undefined) => (typeof instant === 'string' ? new Date(instant) : instant)
