import { movementKinds, policyKinds, serviceKinds } from '@lading/shared/domain/stock'
import { bigint, doublePrecision, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { product, warehouse } from './product.ts'

export const movementKindEnum = pgEnum('movement_kind', movementKinds)
export const policyKindEnum = pgEnum('policy_kind', policyKinds)
export const serviceKindEnum = pgEnum('service_kind', serviceKinds)

export const productSku = () =>
  text('product')
    .notNull()
    .references(() => product.sku)
export const warehouseCode = () =>
  text('warehouse')
    .notNull()
    .references(() => warehouse.code)

/** Every change of stock; never changed, never removed. What is on hand is the sum of the changes. */
export const stockMovement = pgTable(
  'stock_movement',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    product: productSku(),
    warehouse: warehouseCode(),
    kind: movementKindEnum('kind').notNull(),
    /** In units; negative where stock goes. Of a count the difference to what the ledger said then. */
    change: integer('change').notNull(),
    at: instant('at').notNull(),
    reference: text('reference'),
    /** The sender's own name for it: told twice it counts once. */
    externalId: text('external_id').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    unique('stock_movement_once').on(table.externalId, table.product, table.warehouse),
    index('stock_movement_of').on(table.product, table.warehouse, table.at),
  ],
)

/** One row a product and warehouse: the sum of the ledger, kept in the same transaction, and whether a forecast is due. */
export const stockLevel = pgTable(
  'stock_level',
  {
    product: productSku(),
    warehouse: warehouseCode(),
    /** Below zero when more was issued than was ever received; said wherever it is shown. */
    onHand: integer('on_hand').notNull().default(0),
    /** Something that a forecast rests on changed after the last one began. */
    askedAt: instant('asked_at'),
    /** When the last one began, whether or not there was enough to go by. */
    lookedAt: instant('looked_at'),
  },
  (table) => [primaryKey({ columns: [table.product, table.warehouse] })],
)

/** Stock that is promised and still there. */
export const stockReservation = pgTable(
  'stock_reservation',
  {
    id: text('id').primaryKey(),
    product: productSku(),
    warehouse: warehouseCode(),
    quantity: integer('quantity').notNull(),
    reference: text('reference'),
    at: instant('at').notNull(),
  },
  (table) => [index('stock_reservation_of').on(table.product, table.warehouse)],
)

/** How a warehouse gets more of a product, and how well it wants to serve. */
export const supplyTerms = pgTable(
  'supply_terms',
  {
    product: productSku(),
    warehouse: warehouseCode(),
    supplier: text('supplier').notNull(),
    leadTimeDays: doublePrecision('lead_time_days').notNull(),
    leadTimeSdDays: doublePrecision('lead_time_sd_days').notNull(),
    reviewDays: integer('review_days').notNull(),
    policy: policyKindEnum('policy').notNull(),
    service: serviceKindEnum('service').notNull(),
    /** α or β; with `cost` it follows from the costs. */
    serviceLevel: doublePrecision('service_level').notNull(),
    orderCostMinorUnits: bigint('order_cost_minor_units', { mode: 'number' }).notNull(),
    /** What a year of holding costs, as a share of the product's cost. */
    holdingShare: doublePrecision('holding_share').notNull(),
    /** Per unit short; missing, the margin. */
    shortageCostMinorUnits: bigint('shortage_cost_minor_units', { mode: 'number' }),
    orderQuantity: integer('order_quantity'),
    /** To have what is on its way come sooner. */
    expediteCostMinorUnits: bigint('expedite_cost_minor_units', { mode: 'number' }),
    expediteSavesDays: doublePrecision('expedite_saves_days'),
    /** A transfer from another warehouse: what it costs and takes. */
    transferCostMinorUnits: bigint('transfer_cost_minor_units', { mode: 'number' }),
    transferDays: doublePrecision('transfer_days'),
  },
  (table) => [primaryKey({ columns: [table.product, table.warehouse] })],
)
