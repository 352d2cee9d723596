import type { StockTransfer } from '@lading/shared/contract/stock-transfer'
import type { TransferState } from '@lading/shared/domain/stock'
import { and, desc, eq, getTableColumns, ilike, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { after, containing } from '../conditions.ts'
import { DomainError } from '../domain-error.ts'
import type { Db, Transaction } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { location } from '../schema/location.ts'
import { product } from '../schema/product.ts'
import { stockTransfer } from '../schema/supply.ts'

/** A transfer as it is kept: when it arrives is computed when somebody asks. */
export type KeptTransfer = Omit<StockTransfer, 'arrival' | 'why'> & { days: number }

type Filter = { id?: string; state?: TransferState; product?: string; warehouse?: string; q?: string; cursor?: string; limit: number }

/** Transfers between warehouses, newest first. */
export const listTransfers = async (db: Db | Transaction, { id, state, product: sku, warehouse, q, cursor, limit }: Filter) => {
  const [from, to] = [alias(location, 'origin'), alias(location, 'destination')]
  const rows = await db
    .select({ ...getTableColumns(stockTransfer), productName: product.name, fromName: from.name, toName: to.name })
    .from(stockTransfer)
    .innerJoin(product, eq(product.sku, stockTransfer.product))
    .innerJoin(from, eq(from.code, stockTransfer.fromWarehouse))
    .innerJoin(to, eq(to.code, stockTransfer.toWarehouse))
    .where(
      and(
        id ? eq(stockTransfer.id, id) : undefined,
        state ? eq(stockTransfer.state, state) : undefined,
        sku ? eq(stockTransfer.product, sku) : undefined,
        warehouse ? or(eq(stockTransfer.fromWarehouse, warehouse), eq(stockTransfer.toWarehouse, warehouse)) : undefined,
        q ? mentions(containing(q.trim())) : undefined,
        cursor ? after(readUuidCursor(cursor), stockTransfer.createdAt, stockTransfer.id) : undefined,
      ),
    )
    .orderBy(desc(stockTransfer.createdAt), desc(stockTransfer.id))
    .limit(oneMoreThan(limit))
  return toPage(rows, limit, toTransfer, (row) => ({ at: row.createdAt, id: row.id }))
}

const mentions = (pattern: string) =>
  or(ilike(stockTransfer.number, pattern), ilike(stockTransfer.product, pattern), ilike(product.name, pattern))

export const getTransfer = async (db: Db | Transaction, id: string): Promise<KeptTransfer> => {
  const [transfer] = (await listTransfers(db, { id, limit: 1 })).items
  if (!transfer) throw new DomainError('transfer-not-found', 'There is no such transfer.')
  return transfer
}

type Row = typeof stockTransfer.$inferSelect & { productName: string; fromName: string; toName: string }

const toTransfer = ({ costMinorUnits, currency, createdAt, leftAt, arrivedAt, updatedAt, ...plain }: Row): KeptTransfer => ({
  ...plain,
  cost: { minorUnits: costMinorUnits, currency },
  createdAt: createdAt.toISOString(),
  leftAt: leftAt?.toISOString() ?? null,
  arrivedAt: arrivedAt?.toISOString() ?? null,
  updatedAt: updatedAt.toISOString(),
})
