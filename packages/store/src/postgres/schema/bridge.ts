import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Accounts at the broker that publish for many devices, under topics that need not name them. Wall time, as all of security. */
export const bridge = pgTable('broker_bridge', {
  name: text('name').primaryKey(),
  /** SHA-256 of its secret, which has 256 random bits. */
  secretHash: text('secret_hash').notNull(),
  /** What it may publish under, as MQTT filters; it hears nothing. */
  topicFilters: text('topic_filters').array().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  revokedAt: instant('revoked_at'),
})
