import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { location } from './location.ts'

/** What is bought, kept and sold. */
export const product = pgTable('product', {
  sku: text('sku').primaryKey(),
  name: text('name').notNull(),
  hsCode: text('hs_code'),
  unit: text('unit').notNull(),
  /** Orders come in multiples of this many units. */
  packSize: integer('pack_size').notNull(),
  minimumOrder: integer('minimum_order').notNull(),
  shelfLifeDays: integer('shelf_life_days'),
  costMinorUnits: bigint('cost_minor_units', { mode: 'number' }).notNull(),
  priceMinorUnits: bigint('price_minor_units', { mode: 'number' }),
  currency: text('currency').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** A place where stock is kept. */
export const warehouse = pgTable('warehouse', {
  code: text('code')
    .primaryKey()
    .references(() => location.code),
  createdAt: instant('created_at').notNull(),
})
