import type { NewPartnerEvidence } from '@lading/shared/contract/partner-evidence'
import { type Issue, issueAt } from '@lading/shared/issue/issue'
import { inArray } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { partnerEvidence } from '../schema/partner.ts'
import { partner } from '../schema/partner-register.ts'
import { shipment } from '../schema/shipment.ts'
import { purchaseOrder } from '../schema/supply.ts'
import { noteChange, type Who } from './known.ts'

export type ToldEvidence = NewPartnerEvidence & { partner: string; path?: string }

const rowsAtOnce = 1_000

/** Keeps what is known of partners, all of it or nothing; under an `externalId` that is known nothing is added. Answers how many were. */
export const recordEvidence = (db: Db, told: ToldEvidence[], source: 'person' | 'import', who: Who): Promise<number> =>
  db.transaction(async (tx) => {
    const codes = [...new Set(told.map((one) => one.partner))]
    const known = new Set(
      (await tx.select({ code: partner.code }).from(partner).where(inArray(partner.code, codes))).map(({ code }) => code),
    )
    const issues = told.flatMap((one): Issue[] =>
      known.has(one.partner) ? [] : [issueAt(one.path ?? '/partner', 'partner-unknown', { value: one.partner })],
    )
    if (issues.length > 0)
      throw new DomainError(source === 'import' ? 'not-valid' : 'partner-not-found', 'There is no such partner.', issues)
    await checkLinks(tx, told)
    let recorded = 0
    for (let from = 0; from < told.length; from += rowsAtOnce) {
      const rows = await tx
        .insert(partnerEvidence)
        .values(
          told.slice(from, from + rowsAtOnce).map(({ partner: partnerCode, path: _, at, note, ...one }) => ({
            ...one,
            ...{ partnerCode, source, at: at ? new Date(at) : who.now, note: note?.trim() || null },
            ...{ recordedAt: who.now, recordedBy: who.userId },
          })),
        )
        .onConflictDoNothing()
        .returning({ code: partnerEvidence.partnerCode })
      recorded += rows.length
      for (const [code, ofIt] of Map.groupBy(rows, ({ code }) => code))
        await noteChange(tx, code, 'evidence-recorded', { count: ofIt.length, source }, who)
    }
    return recorded
  })

const checkLinks = async (tx: Parameters<Parameters<Db['transaction']>[0]>[0], told: ToldEvidence[]) => {
  const ids = (name: 'shipmentId' | 'orderId') => [...new Set(told.flatMap((one) => one[name] ?? []))]
  const [shipments, orders] = [ids('shipmentId'), ids('orderId')]
  const count = { shipments: 0, orders: 0 }
  if (shipments.length > 0) count.shipments = await tx.$count(shipment, inArray(shipment.id, shipments))
  if (orders.length > 0) count.orders = await tx.$count(purchaseOrder, inArray(purchaseOrder.id, orders))
  if (count.shipments < shipments.length)
    throw new DomainError('shipment-not-found', 'There is no such shipment.', [{ path: '/shipmentId', message: 'is unknown' }])
  if (count.orders < orders.length)
    throw new DomainError('purchase-order-not-found', 'There is no such purchase order.', [{ path: '/orderId', message: 'is unknown' }])
}
