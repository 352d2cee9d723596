import type { StockTransferChange } from '@lading/shared/contract/stock-transfer'
import { afterTransfer } from '@lading/shared/domain/stock'
import type { Issue } from '@lading/shared/issue/issue'
import { eq } from 'drizzle-orm'
import { DomainError } from '../domain-error.ts'
import type { Db } from '../open.ts'
import { stockTransfer } from '../schema/supply.ts'
import { askForecast } from '../stock/ask-forecast.ts'
import { writeLines } from '../stock/write-lines.ts'
import { getTransfer, type KeptTransfer } from './list.ts'
import { endsOf } from './plan.ts'

type Row = typeof stockTransfer.$inferSelect

/**
 * Moves a transfer on, and books it: what leaves goes from the ledger of its warehouse, what arrives comes to that of the other, and
 * in between it is in neither. Told again it is as it was; what was lost on the way arrives nowhere.
 */
export const changeTransfer = (db: Db, id: string, change: StockTransferChange, now: Date): Promise<KeptTransfer> =>
  db.transaction(async (tx) => {
    const [before] = await tx.select().from(stockTransfer).where(eq(stockTransfer.id, id)).for('update')
    if (!before) throw new DomainError('transfer-not-found', 'There is no such transfer.')
    const { state, at = now.toISOString(), quantity = before.quantity } = change
    if (state === before.state) return getTransfer(tx, id)
    if (!afterTransfer[before.state].includes(state))
      throw new DomainError('transfer-state', `A transfer that is ${before.state} cannot become ${state}.`)
    refuse(before, change, now)
    const when = new Date(at)
    const booked = { kind: 'transfer' as const, product: before.product, at: when, externalId: before.number, reference: before.number }
    if (state === 'under-way') await writeLines(tx, [{ ...booked, warehouse: before.fromWarehouse, quantity: -before.quantity }], now)
    if (state === 'arrived' && quantity > 0) await writeLines(tx, [{ ...booked, warehouse: before.toWarehouse, quantity }], now)
    await tx
      .update(stockTransfer)
      .set({
        ...{ state, updatedAt: now },
        ...(state === 'under-way' && { leftAt: when }),
        ...(state === 'arrived' && { arrivedAt: when, arrivedQuantity: quantity }),
      })
      .where(eq(stockTransfer.id, id))
    await askForecast(tx, endsOf(before), now)
    return getTransfer(tx, id)
  })

const refuse = ({ quantity: sent, leftAt }: Row, { state, at, quantity }: StockTransferChange, now: Date) => {
  const issues: Issue[] = []
  if (at !== undefined && new Date(at) > now) issues.push({ path: '/at', message: 'is not over yet' })
  if (at !== undefined && leftAt !== null && new Date(at) < leftAt)
    issues.push({ path: '/at', message: `is before it left, on ${leftAt.toISOString()}` })
  if (quantity !== undefined && state !== 'arrived') issues.push({ path: '/quantity', message: 'is of what arrived' })
  if (quantity !== undefined && quantity > sent) issues.push({ path: '/quantity', message: `is more than the ${sent} that left` })
  if (issues.length > 0) throw new DomainError('not-valid', 'This cannot have been.', issues)
}
