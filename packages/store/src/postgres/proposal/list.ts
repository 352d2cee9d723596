import type { Proposal } from '@lading/shared/contract/stock-plan'
import type { ProposalState } from '@lading/shared/domain/stock'
import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import { after } from '../conditions.ts'
import type { Db } from '../open.ts'
import { oneMoreThan, readUuidCursor, toPage } from '../page.ts'
import { location } from '../schema/location.ts'
import { product } from '../schema/product.ts'
import { purchaseOrderLine, stockProposal, stockTransfer } from '../schema/supply.ts'

export type ProposalFilter = { id?: string; state?: ProposalState; product?: string; warehouse?: string; cursor?: string; limit: number }

/** What was proposed, newest first. */
export const listProposals = async (db: Db, { id, state, product: sku, warehouse, cursor, limit }: ProposalFilter) => {
  const rows = await db
    .select({
      row: getTableColumns(stockProposal),
      productName: product.name,
      warehouseName: location.name,
      purchaseOrderId: purchaseOrderLine.orderId,
      transferId: stockTransfer.id,
    })
    .from(stockProposal)
    .innerJoin(product, eq(product.sku, stockProposal.product))
    .innerJoin(location, eq(location.code, stockProposal.warehouse))
    .leftJoin(purchaseOrderLine, eq(purchaseOrderLine.proposalId, stockProposal.id))
    .leftJoin(stockTransfer, eq(stockTransfer.proposalId, stockProposal.id))
    .where(
      and(
        id ? eq(stockProposal.id, id) : undefined,
        state ? eq(stockProposal.state, state) : undefined,
        sku ? eq(stockProposal.product, sku) : undefined,
        warehouse ? eq(stockProposal.warehouse, warehouse) : undefined,
        cursor ? after(readUuidCursor(cursor), stockProposal.createdAt, stockProposal.id) : undefined,
      ),
    )
    .orderBy(desc(stockProposal.createdAt), desc(stockProposal.id))
    .limit(oneMoreThan(limit))
  return toPage(rows, limit, toProposal, ({ row }) => ({ at: row.createdAt, id: row.id }))
}

type Row = {
  row: typeof stockProposal.$inferSelect
  productName: string
  warehouseName: string
  purchaseOrderId: string | null
  transferId: string | null
}

const toProposal = ({ row, purchaseOrderId, ...named }: Row): Proposal => {
  const { costMinorUnits, currency, createdAt, decidedAt, decidedBy: _, orderId, ...plain } = row
  return {
    ...plain,
    ...named,
    purchaseOrderId: purchaseOrderId ?? orderId,
    cost: { minorUnits: costMinorUnits, currency },
    createdAt: createdAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}
