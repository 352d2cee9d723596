import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { user } from './user.ts'

/** Signed-in people. Times are wall-clock times. */
export const session = pgTable(
  'session',
  {
    /** SHA-256 of the cookie's value: who reads this table cannot sign in with it. */
    tokenHash: text('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('session_expires_at').on(table.expiresAt)],
)
