import type { KeptOrder, NewPurchaseOrder } from '@lading/shared/contract/purchase-order'
import type { Issue } from '@lading/shared/issue/issue'
import { and, eq, inArray } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { product } from '../schema/product.ts'
import { supplyTerms } from '../schema/stock.ts'
import { purchaseOrder, purchaseOrderLine } from '../schema/supply.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { checkKeys } from '../stock/check-keys.ts'
import { getPurchaseOrder } from './get.ts'
import { newOrderNumber } from './number.ts'

const dayMs = 86_400_000

/** Adds an order that somebody made: a draft, or one that was placed, perhaps long ago. Its number is its own. */
export const addPurchaseOrder = (db: Db, wanted: NewPurchaseOrder, now: Date): Promise<KeptOrder> =>
  db.transaction(async (tx) => {
    const { supplier, warehouse, lines, number = newOrderNumber() } = wanted
    await checkKeys(
      tx,
      lines.map((line, index) => ({ product: line.product, warehouse, path: `/lines/${index}` })),
      (path) => (path.endsWith('/warehouse') ? '/warehouse' : path),
    )
    const skus = lines.map((line) => line.product)
    const products = new Map((await tx.select().from(product).where(inArray(product.sku, skus))).map((one) => [one.sku, one]))
    const currency = products.get(skus[0] as string)?.currency ?? ''
    const orderedAt = wanted.orderedAt === undefined ? null : new Date(wanted.orderedAt)
    refuse(wanted, { orderedAt, now, otherwisePaid: (sku) => products.get(sku)?.currency !== currency && currency })
    const terms = await tx
      .select({ product: supplyTerms.product, leadTimeDays: supplyTerms.leadTimeDays, costs: supplyTerms.orderCostMinorUnits })
      .from(supplyTerms)
      .where(and(inArray(supplyTerms.product, skus), eq(supplyTerms.warehouse, warehouse)))
    const [order] = await tx
      .insert(purchaseOrder)
      .values({
        ...{ number, supplier, warehouse, currency, createdAt: now, updatedAt: now, orderedAt },
        state: orderedAt === null ? 'draft' : 'sent',
        fixedCostMinorUnits: Math.max(0, ...terms.map(({ costs }) => costs)),
      })
      .onConflictDoNothing()
      .returning({ id: purchaseOrder.id })
    if (!order) throw new DomainError('purchase-order-known', `There is a purchase order ${number} already.`)
    await tx.insert(purchaseOrderLine).values(
      lines.map(({ product: sku, quantity, expectedAt }) => {
        const leadTimeDays = terms.find((one) => one.product === sku)?.leadTimeDays ?? 0
        return {
          ...{ orderId: order.id, product: sku, quantity, isPromised: expectedAt !== undefined },
          costMinorUnits: quantity * (products.get(sku)?.costMinorUnits ?? 0),
          expectedAt: expectedAt === undefined ? new Date((orderedAt ?? now).getTime() + leadTimeDays * dayMs) : new Date(expectedAt),
        }
      }),
    )
    await askForecast(
      tx,
      skus.map((sku) => ({ product: sku, warehouse })),
      now,
    )
    return getPurchaseOrder(tx, order.id)
  })

type Known = { orderedAt: Date | null; now: Date; otherwisePaid: (sku: string) => string | false }

const refuse = ({ lines }: NewPurchaseOrder, { orderedAt, now, otherwisePaid }: Known) => {
  const issues: Issue[] = []
  if (orderedAt && orderedAt > now) issues.push({ path: '/orderedAt', message: 'is not over yet' })
  for (const [index, line] of lines.entries()) {
    const path = `/lines/${index}`
    const currency = otherwisePaid(line.product)
    if (currency) issues.push({ path: `${path}/product`, message: `${line.product} is not paid in ${currency}, as the first line is` })
    if (lines.findIndex((other) => other.product === line.product) < index)
      issues.push({ path: `${path}/product`, message: `${line.product} stands there twice` })
    if (orderedAt && line.expectedAt !== undefined && new Date(line.expectedAt) < orderedAt)
      issues.push({ path: `${path}/expectedAt`, message: 'is before it was ordered' })
  }
  if (issues.length > 0) throw new DomainError('not-valid', 'The order is not valid.', issues)
}
