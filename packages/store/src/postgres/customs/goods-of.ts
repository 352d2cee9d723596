import { asc, eq } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { shipmentItem, shipmentParty } from '../schema/shipment.ts'

/** What a shipment carries and who has to do with it, as far as clearance is concerned. */
export const goodsOf = async (db: Db | Transaction, shipmentId: string) => {
  const items = await db
    .select({ hsCode: shipmentItem.hsCode, minorUnits: shipmentItem.valueMinorUnits, currency: shipmentItem.currency })
    .from(shipmentItem)
    .where(eq(shipmentItem.shipmentId, shipmentId))
  const parties = await db
    .select({ role: shipmentParty.role, name: shipmentParty.name })
    .from(shipmentParty)
    .where(eq(shipmentParty.shipmentId, shipmentId))
    .orderBy(asc(shipmentParty.role), asc(shipmentParty.name))
  return { items: items.map(({ hsCode, ...value }) => ({ hsCode, value })), parties }
}
