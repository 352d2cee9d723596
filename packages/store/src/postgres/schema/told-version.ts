import { pgTable, text } from 'drizzle-orm/pg-core'

/**
 * By which transaction the content of a table was last changed: whoever keeps some of it in memory asks whether it still is what it was.
 * Triggers write it.
 */
export const toldVersion = pgTable('told_version', {
  /** Of the table. */
  name: text('name').primaryKey(),
  version: text('version').notNull(),
})
