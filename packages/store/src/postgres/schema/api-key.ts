import type { KeyScope } from '@lading/shared/domain/api-key'
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { user } from './user.ts'

/** Keys with which programs call the api. Times are wall-clock times. */
export const apiKey = pgTable('api_key', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull(),
  /** SHA-256 of the key: who reads this table cannot call with it. */
  tokenHash: text('token_hash').notNull().unique(),
  /** How the key begins, so that people know which one it is. */
  hint: text('hint').notNull(),
  scopes: text('scopes').array().$type<KeyScope[]>().notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
  expiresAt: instant('expires_at').notNull(),
  /** Written at most once a minute. */
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
})
