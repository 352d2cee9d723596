import type { NewStockTransfer } from '@lading/shared/contract/stock-transfer'
import { and, eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { product } from '../schema/product.ts'
import { supplyTerms } from '../schema/stock.ts'
import { type stockProposal, stockTransfer } from '../schema/supply.ts'
import { newTrackingNumber } from '../shipment/number.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { checkKeys } from '../stock/check-keys.ts'
import { getTransfer, type KeptTransfer } from './list.ts'

type Wanted = NewStockTransfer & { proposalId?: string; costMinorUnits?: number }

/** Plans to bring goods from one warehouse to another: from now on they are reserved where they lie, and expected where they go. */
const plan = async (tx: Transaction, wanted: Wanted, now: Date): Promise<string> => {
  const { product: sku, fromWarehouse, toWarehouse, quantity, proposalId } = wanted
  const [terms] = await tx
    .select({ days: supplyTerms.transferDays, costMinorUnits: supplyTerms.transferCostMinorUnits })
    .from(supplyTerms)
    .where(and(eq(supplyTerms.product, sku), eq(supplyTerms.warehouse, toWarehouse)))
  const days = wanted.days ?? terms?.days
  if (days === undefined || days === null)
    throw new DomainError('not-valid', 'The terms of the destination do not say how long a transfer takes.', [
      { path: '/days', message: 'is missing' },
    ])
  const [{ currency } = { currency: '' }] = await tx.select({ currency: product.currency }).from(product).where(eq(product.sku, sku))
  const costMinorUnits = wanted.costMinorUnits ?? terms?.costMinorUnits ?? 0
  const number = `TR-${newTrackingNumber().slice(2)}`
  const [made] = await tx
    .insert(stockTransfer)
    .values({
      ...{ number, product: sku, fromWarehouse, toWarehouse, quantity, days, proposalId },
      ...{ costMinorUnits, currency, createdAt: now, updatedAt: now },
    })
    .returning({ id: stockTransfer.id })
  await askForecast(tx, endsOf(wanted), now)
  return (made as { id: string }).id
}

export const endsOf = ({ product: sku, fromWarehouse, toWarehouse }: Pick<Wanted, 'product' | 'fromWarehouse' | 'toWarehouse'>) =>
  [fromWarehouse, toWarehouse].map((warehouse) => ({ product: sku, warehouse }))

/** Of an approved proposal. */
export const planProposed = (tx: Transaction, proposal: typeof stockProposal.$inferSelect, now: Date) => {
  const { id: proposalId, product: sku, warehouse: toWarehouse, fromWarehouse, quantity, costMinorUnits } = proposal
  if (fromWarehouse === null) throw new Error(`the transfer ${proposalId} was proposed from nowhere`)
  return plan(tx, { product: sku, fromWarehouse, toWarehouse, quantity, costMinorUnits, proposalId }, now)
}

/** That somebody wants without having been proposed it. */
export const planTransfer = (db: Db, wanted: NewStockTransfer, now: Date): Promise<KeptTransfer> =>
  db.transaction(async (tx) => {
    const { product: sku, fromWarehouse, toWarehouse } = wanted
    await checkKeys(tx, [
      { product: sku, warehouse: fromWarehouse, path: '', warehouseField: 'fromWarehouse' },
      { product: sku, warehouse: toWarehouse, path: '', warehouseField: 'toWarehouse' },
    ])
    if (fromWarehouse === toWarehouse)
      throw new DomainError('not-valid', 'A transfer goes somewhere.', [{ path: '/toWarehouse', message: 'is where it begins' }])
    return getTransfer(tx, await plan(tx, wanted, now))
  })
