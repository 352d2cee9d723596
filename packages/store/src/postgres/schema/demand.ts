import type { DemandReason } from '@lading/shared/domain/demand'
import { demandEventKinds } from '@lading/shared/domain/stock'
import { boolean, date, doublePrecision, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { productSku, warehouseCode } from './stock.ts'

export const demandEventKindEnum = pgEnum('demand_event_kind', demandEventKinds)

/** What was asked for on a day, as people say. Days that nobody said anything of follow from issues. */
export const demandHistory = pgTable(
  'demand_history',
  {
    product: productSku(),
    warehouse: warehouseCode(),
    day: date('day').notNull(),
    quantity: doublePrecision('quantity').notNull(),
    /** Otherwise the quantity says nothing of what was asked for. */
    inStock: boolean('in_stock').notNull(),
  },
  (table) => [primaryKey({ columns: [table.product, table.warehouse, table.day] })],
)

/** Promotions and the like, in the past and planned. */
export const demandEvent = pgTable(
  'demand_event',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    product: productSku(),
    /** Everywhere where missing. */
    warehouse: text('warehouse'),
    kind: demandEventKindEnum('kind').notNull(),
    name: text('name').notNull(),
    from: date('from_day').notNull(),
    /** The last day. */
    until: date('until_day').notNull(),
  },
  (table) => [index('demand_event_product').on(table.product, table.from)],
)

/** A value a day from `from` on. */
export type KeptQuantiles = Record<string, number[]>

/** Every forecast ever made, so that it can be scored when the days have passed. */
export const demandForecast = pgTable(
  'demand_forecast',
  {
    product: productSku(),
    warehouse: warehouseCode(),
    computedAt: instant('computed_at').notNull(),
    from: date('from_day').notNull(),
    days: integer('days').notNull(),
    mean: jsonb('mean').$type<number[]>().notNull(),
    quantiles: jsonb('quantiles').$type<KeptQuantiles>().notNull(),
    /** Of all demand from the first day up to and including this one. */
    cumulative: jsonb('cumulative').$type<KeptQuantiles>().notNull(),
    method: text('method').notNull(),
    demandClass: text('demand_class').notNull(),
    season: integer('season').notNull(),
    reasons: jsonb('reasons').$type<DemandReason[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.product, table.warehouse, table.computedAt] })],
)
