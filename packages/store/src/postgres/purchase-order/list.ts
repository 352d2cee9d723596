import type { KeptOrder, SupplierConfirmation } from '@lading/shared/contract/purchase-order'
import type { PurchaseOrderState } from '@lading/shared/domain/stock'
import { and, asc, desc, eq, exists, getTableColumns, ilike, inArray, or } from 'drizzle-orm'
import { after, containing } from '../conditions.ts'
import type { Db, Transaction } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { location } from '../schema/location.ts'
import { product } from '../schema/product.ts'
import { purchaseOrder, purchaseOrderLine } from '../schema/supply.ts'
import { confirmedLines } from './confirmed.ts'

type Filter = {
  id?: string
  state?: PurchaseOrderState
  warehouse?: string
  supplier?: string
  product?: string
  q?: string
  cursor?: string
  limit: number
}

/** Purchase orders, newest first. */
export const listPurchaseOrders = async (db: Db | Transaction, filter: Filter) => {
  const { id, state, warehouse, supplier, product: sku, q, cursor, limit } = filter
  const lineOf = (wanted: string) =>
    db
      .select({ product: purchaseOrderLine.product })
      .from(purchaseOrderLine)
      .where(and(eq(purchaseOrderLine.orderId, purchaseOrder.id), eq(purchaseOrderLine.product, wanted)))
  const mentions = (pattern: string) =>
    or(
      ilike(purchaseOrder.number, pattern),
      exists(
        db
          .select({ product: purchaseOrderLine.product })
          .from(purchaseOrderLine)
          .innerJoin(product, eq(product.sku, purchaseOrderLine.product))
          .where(
            and(
              eq(purchaseOrderLine.orderId, purchaseOrder.id),
              or(ilike(purchaseOrderLine.product, pattern), ilike(product.name, pattern)),
            ),
          ),
      ),
    )
  const rows = await db
    .select({ ...getTableColumns(purchaseOrder), warehouseName: location.name })
    .from(purchaseOrder)
    .innerJoin(location, eq(location.code, purchaseOrder.warehouse))
    .where(
      and(
        id ? eq(purchaseOrder.id, id) : undefined,
        state ? eq(purchaseOrder.state, state) : undefined,
        warehouse ? eq(purchaseOrder.warehouse, warehouse) : undefined,
        supplier ? eq(purchaseOrder.supplier, supplier) : undefined,
        sku ? exists(lineOf(sku)) : undefined,
        q ? mentions(containing(q.trim())) : undefined,
        cursor ? after(readUuidCursor(cursor), purchaseOrder.createdAt, purchaseOrder.id) : undefined,
      ),
    )
    .orderBy(desc(purchaseOrder.createdAt), desc(purchaseOrder.id))
    .limit(oneMoreThan(limit))
  const ids = rows.map((row) => row.id)
  const lines = await linesOf(db, ids)
  const confirmed = await confirmedLines(db, ids)
  return toPage(
    rows,
    limit,
    (row) => toOrder(row, lines.get(row.id) ?? [], confirmed),
    (row) => ({ at: row.createdAt, id: row.id }),
  )
}

const linesOf = async (db: Db | Transaction, ids: string[]) => {
  if (ids.length === 0) return new Map<string, Line[]>()
  const rows = await db
    .select({ ...getTableColumns(purchaseOrderLine), productName: product.name })
    .from(purchaseOrderLine)
    .innerJoin(product, eq(product.sku, purchaseOrderLine.product))
    .where(inArray(purchaseOrderLine.orderId, ids))
    .orderBy(asc(purchaseOrderLine.product))
  return Map.groupBy(rows, ({ orderId }) => orderId)
}

type Row = typeof purchaseOrder.$inferSelect & { warehouseName: string }
type Line = typeof purchaseOrderLine.$inferSelect & { productName: string }

const toOrder = (row: Row, lines: Line[], confirmed: Map<string, SupplierConfirmation>): KeptOrder => {
  const { currency, fixedCostMinorUnits, createdAt, orderedAt, updatedAt, ...plain } = row
  const money = (minorUnits: number) => ({ minorUnits, currency })
  return {
    ...plain,
    lines: lines.map(({ orderId, costMinorUnits, expectedAt, expectedSaidAt: _, ...line }) => ({
      ...line,
      confirmed: confirmed.get(`${orderId}\n${line.product}`) ?? null,
      cost: money(costMinorUnits),
      expectedAt: expectedAt.toISOString(),
    })),
    cost: money(lines.reduce((sum, { costMinorUnits }) => sum + costMinorUnits, fixedCostMinorUnits)),
    createdAt: createdAt.toISOString(),
    orderedAt: orderedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  }
}
