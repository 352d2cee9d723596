import { date, index, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

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
