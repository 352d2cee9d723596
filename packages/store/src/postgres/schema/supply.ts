import type { ProjectedDay, ProposalEffect, ProposalReason, StockPolicy } from '@lading/shared/contract/stock-plan'
import { proposalKinds, proposalStates, purchaseOrderStates } from '@lading/shared/domain/stock'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'
import { productSku, warehouseCode } from './stock.ts'
import { user } from './user.ts'

export const proposalKindEnum = pgEnum('proposal_kind', proposalKinds)
export const proposalStateEnum = pgEnum('proposal_state', proposalStates)
export const purchaseOrderStateEnum = pgEnum('purchase_order_state', purchaseOrderStates)

/** What the newest forecast means for the stock of a product in a warehouse. */
export const stockPlan = pgTable(
  'stock_plan',
  {
    product: productSku(),
    warehouse: warehouseCode(),
    computedAt: instant('computed_at').notNull(),
    policy: jsonb('policy').$type<StockPolicy>().notNull(),
    projection: jsonb('projection').$type<ProjectedDay[]>().notNull(),
    /** Probability of a stock-out before what is under way, or could be ordered now, arrives. */
    stockOutProbability: doublePrecision('stock_out_probability').notNull(),
    daysOfCover: doublePrecision('days_of_cover'),
    excess: integer('excess').notNull(),
    isDead: boolean('is_dead').notNull(),
  },
  (table) => [primaryKey({ columns: [table.product, table.warehouse] })],
)

export const stockProposal = pgTable(
  'stock_proposal',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    kind: proposalKindEnum('kind').notNull(),
    product: productSku(),
    warehouse: warehouseCode(),
    fromWarehouse: text('from_warehouse'),
    shipmentId: uuid('shipment_id').references(() => shipment.id, { onDelete: 'set null' }),
    quantity: integer('quantity').notNull(),
    costMinorUnits: bigint('cost_minor_units', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    reasons: jsonb('reasons').$type<ProposalReason[]>().notNull(),
    effect: jsonb('effect').$type<ProposalEffect>().notNull(),
    createdAt: instant('created_at').notNull(),
    state: proposalStateEnum('state').notNull().default('open'),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by').references(() => user.id, { onDelete: 'set null' }),
    decisionReason: text('decision_reason'),
  },
  (table) => [
    uniqueIndex('stock_proposal_one_open').on(table.product, table.warehouse, table.kind).where(sql`state = 'open'`),
    index('stock_proposal_created').on(table.createdAt, table.id),
  ],
)

export const purchaseOrder = pgTable(
  'purchase_order',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    number: text('number').notNull().unique(),
    state: purchaseOrderStateEnum('state').notNull().default('draft'),
    proposalId: uuid('proposal_id')
      .unique()
      .references(() => stockProposal.id),
    supplier: text('supplier').notNull(),
    product: productSku(),
    warehouse: warehouseCode(),
    quantity: integer('quantity').notNull(),
    costMinorUnits: bigint('cost_minor_units', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    expectedAt: instant('expected_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('purchase_order_of').on(table.product, table.warehouse), index('purchase_order_created').on(table.createdAt, table.id)],
)
