import { date, doublePrecision, index, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { user } from './user.ts'

/** What one unit of the base was worth in a currency on a day, as somebody published it. */
export const exchangeRate = pgTable(
  'exchange_rate',
  {
    base: text('base').notNull(),
    currency: text('currency').notNull(),
    date: date('date').notNull(),
    source: text('source').notNull(),
    /** With the digits that it was published with. */
    rate: numeric('rate').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.base, table.currency, table.date, table.source] }),
    index('exchange_rate_day').on(table.base, table.date),
  ],
)

/** A currency that got dearer and that somebody set aside, as alerts are. */
export const currencySnooze = pgTable('currency_snooze', {
  currency: text('currency').primaryKey(),
  until: instant('until').notNull(),
  /** By how much it had got dearer then: when it is much more, it comes back. */
  change: doublePrecision('change').notNull(),
  setAt: instant('set_at').notNull(),
  setBy: uuid('set_by').references(() => user.id, { onDelete: 'set null' }),
})
