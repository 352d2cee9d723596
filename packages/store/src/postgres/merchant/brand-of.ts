import type { Merchant } from '@lading/shared/contract/merchant'
import { and, eq, isNull, or } from 'drizzle-orm'
import type { Db, Transaction } from '../open.ts'
import { merchant } from '../schema/merchant.ts'
import { shipment } from '../schema/shipment.ts'
import { getMerchant } from './merchants.ts'

/** The merchant that a shipment is shown as being from: its own, or the one of those that name none. */
export const brandOf = async (db: Db | Transaction, shipmentId: string): Promise<Merchant | null> => {
  const [found] = await db
    .select({ code: merchant.code })
    .from(shipment)
    .innerJoin(merchant, or(eq(merchant.code, shipment.merchantCode), and(isNull(shipment.merchantCode), eq(merchant.isDefault, true))))
    .where(eq(shipment.id, shipmentId))
  return found ? ((await getMerchant(db, found.code)) ?? null) : null
}
