import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Accounts at the broker that publish for many devices, under topics that need not name them. Wall time, as all of security. */
export const bridge = pgTable('broker_bridge', {
  name: text('name').primaryKey(),
  /** Of its secret, which has 256 random bits; in the form of `broker/secret-hash.ts`. */
  secretHash: text('secret_hash').notNull(),
  /** What it may publish under, as MQTT filters; it hears nothing. */
  topicFilters: text('topic_filters').array().notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  revokedAt: instant('revoked_at'),
})
