import { and, desc, eq, isNull } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Transaction } from '../open.ts'
import { supplyTerms } from '../schema/stock.ts'
import { purchaseOrder, purchaseOrderLine, type stockProposal } from '../schema/supply.ts'
import { newOrderNumber } from './number.ts'

const dayMs = 86_400_000

/**
 * Puts what was approved on the draft of an order: on one for the same supplier and warehouse that does not have the product yet, or on
 * one of its own. What ordering costs, whatever the size, a draft bears once.
 */
export const draftOrder = async (tx: Transaction, proposal: typeof stockProposal.$inferSelect, now: Date) => {
  const { product, warehouse, quantity, costMinorUnits, currency } = proposal
  const [terms] = await tx
    .select()
    .from(supplyTerms)
    .where(and(eq(supplyTerms.product, product), eq(supplyTerms.warehouse, warehouse)))
  if (!terms) throw new DomainError('stock-not-found', 'Nobody says any more who supplies this product to this warehouse.')
  const { supplier, leadTimeDays, orderCostMinorUnits } = terms
  const fixed = Math.min(orderCostMinorUnits, costMinorUnits)
  const order = (await openDraft(tx, { supplier, warehouse, currency, product })) ?? {
    id: await newDraft(tx, { supplier, warehouse, currency }, now),
    fixedCostMinorUnits: 0,
  }
  await tx
    .update(purchaseOrder)
    .set({ fixedCostMinorUnits: Math.max(order.fixedCostMinorUnits, fixed), updatedAt: now })
    .where(eq(purchaseOrder.id, order.id))
  await tx.insert(purchaseOrderLine).values({
    ...{ orderId: order.id, product, quantity, costMinorUnits: costMinorUnits - fixed, proposalId: proposal.id },
    expectedAt: new Date(now.getTime() + leadTimeDays * dayMs),
  })
}

type Wanted = { supplier: string; warehouse: string; currency: string }

const openDraft = async (tx: Transaction, { supplier, warehouse, currency, product }: Wanted & { product: string }) => {
  const [draft] = await tx
    .select({ id: purchaseOrder.id, fixedCostMinorUnits: purchaseOrder.fixedCostMinorUnits })
    .from(purchaseOrder)
    .leftJoin(purchaseOrderLine, and(eq(purchaseOrderLine.orderId, purchaseOrder.id), eq(purchaseOrderLine.product, product)))
    .where(
      and(
        ...[eq(purchaseOrder.state, 'draft'), isNull(purchaseOrderLine.product)],
        ...[eq(purchaseOrder.supplier, supplier), eq(purchaseOrder.warehouse, warehouse), eq(purchaseOrder.currency, currency)],
      ),
    )
    .orderBy(desc(purchaseOrder.createdAt))
    .limit(1)
    .for('update', { of: purchaseOrder })
  return draft
}

const newDraft = async (tx: Transaction, wanted: Wanted, now: Date) => {
  const [made] = await tx
    .insert(purchaseOrder)
    .values({ ...wanted, number: newOrderNumber(), fixedCostMinorUnits: 0, createdAt: now, updatedAt: now })
    .returning({ id: purchaseOrder.id })
  return (made as { id: string }).id
}
