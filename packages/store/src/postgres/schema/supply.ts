import type { ProjectedDay, ProposalEffect, ProposalReason, StockPolicy } from '@lading/shared/contract/stock-plan'
import { proposalKinds, proposalStates, purchaseOrderStates, transferStates } from '@lading/shared/domain/stock'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { partner } from './partner-register.ts'
import { warehouse } from './product.ts'
import { shipment } from './shipment.ts'
import { productSku, warehouseCode } from './stock.ts'
import { user } from './user.ts'

export const proposalKindEnum = pgEnum('proposal_kind', proposalKinds)
export const proposalStateEnum = pgEnum('proposal_state', proposalStates)
export const transferStateEnum = pgEnum('transfer_state', transferStates)
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
    /** Since when a stock-out is likely enough to look; nothing while it is not. */
    atRiskSince: instant('at_risk_since'),
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
    /** The order that is to come sooner. */
    orderId: uuid('order_id').references((): AnyPgColumn => purchaseOrder.id, { onDelete: 'set null' }),
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

/** What is ordered of a supplier for a warehouse. */
export const purchaseOrder = pgTable(
  'purchase_order',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    number: text('number').notNull().unique(),
    state: purchaseOrderStateEnum('state').notNull().default('draft'),
    supplier: text('supplier').notNull(),
    warehouse: warehouseCode(),
    currency: text('currency').notNull(),
    /** Of the order, whatever its size. */
    fixedCostMinorUnits: bigint('fixed_cost_minor_units', { mode: 'number' }).notNull(),
    createdAt: instant('created_at').notNull(),
    /** When it was placed; from then on its lead time counts. */
    orderedAt: instant('ordered_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('purchase_order_created').on(table.createdAt, table.id),
    index('purchase_order_supplier').on(table.supplier, table.orderedAt),
  ],
)

/** A product of an order. */
export const purchaseOrderLine = pgTable(
  'purchase_order_line',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => purchaseOrder.id),
    product: productSku(),
    quantity: integer('quantity').notNull(),
    /** The sum of its receipts, kept in the same transaction; more than was ordered where more came. */
    received: integer('received').notNull().default(0),
    costMinorUnits: bigint('cost_minor_units', { mode: 'number' }).notNull(),
    expectedAt: instant('expected_at').notNull(),
    /** Somebody said so; otherwise it followed from the lead time when it was ordered. */
    isPromised: boolean('is_promised').notNull().default(false),
    /** When staff last said when it is expected; nothing where that was said with the order. */
    expectedSaidAt: instant('expected_said_at'),
    /** By so much it was expedited, which says nothing of how long orders take. */
    soonerDays: doublePrecision('sooner_days').notNull().default(0),
    proposalId: uuid('proposal_id')
      .unique()
      .references(() => stockProposal.id),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.product] }), index('purchase_order_line_product').on(table.product)],
)

/** The day on which the supplier itself says that what is open of a line comes; never changed, the newest counts. */
export const purchaseOrderConfirmation = pgTable(
  'purchase_order_confirmation',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => purchaseOrder.id),
    product: productSku(),
    /** Where the warehouse is. */
    day: date('day', { mode: 'string' }).notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: uuid('recorded_by').references(() => user.id, { onDelete: 'set null' }),
    /** Of whom that person was. */
    partnerCode: text('partner_code').references(() => partner.code, { onDelete: 'set null' }),
  },
  (table) => [index('purchase_order_confirmation_of').on(table.orderId, table.product, table.id)],
)

/** What came of an order, and when; never changed, never removed. */
export const purchaseOrderReceipt = pgTable(
  'purchase_order_receipt',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => purchaseOrder.id),
    product: productSku(),
    quantity: integer('quantity').notNull(),
    at: instant('at').notNull(),
    /** The sender's own name for it: told twice it counts once. */
    externalId: text('external_id').notNull(),
    /** False where the ledger knew of these goods already. */
    isBooked: boolean('is_booked').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [unique('purchase_order_receipt_once').on(table.orderId, table.externalId, table.product)],
)

/** Goods brought from one warehouse to another; the ledger has what left and what arrived. */
export const stockTransfer = pgTable(
  'stock_transfer',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    number: text('number').notNull().unique(),
    state: transferStateEnum('state').notNull().default('planned'),
    product: productSku(),
    fromWarehouse: text('from_warehouse')
      .notNull()
      .references(() => warehouse.code),
    toWarehouse: text('to_warehouse')
      .notNull()
      .references(() => warehouse.code),
    quantity: integer('quantity').notNull(),
    arrivedQuantity: integer('arrived_quantity'),
    costMinorUnits: bigint('cost_minor_units', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    /** How long it is to be on the way. */
    days: doublePrecision('days').notNull(),
    proposalId: uuid('proposal_id')
      .unique()
      .references(() => stockProposal.id),
    createdAt: instant('created_at').notNull(),
    leftAt: instant('left_at'),
    arrivedAt: instant('arrived_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('stock_transfer_created').on(table.createdAt, table.id),
    index('stock_transfer_to').on(table.product, table.toWarehouse),
    index('stock_transfer_from').on(table.product, table.fromWarehouse),
  ],
)
