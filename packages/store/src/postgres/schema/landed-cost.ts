import type { LandedCostQuote } from '@lading/shared/contract/landed-cost'
import type { TradeRule } from '@lading/shared/domain/trade-rule'
import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { apiKey } from './api-key.ts'
import { instant } from './columns.ts'
import { user } from './user.ts'

/** What was quoted, and everything it rested on. Never changed. */
export const landedCostQuote = pgTable(
  'landed_cost_quote',
  {
    id: uuid('id').primaryKey(),
    madeBy: uuid('made_by').references(() => user.id, { onDelete: 'set null' }),
    /** The key of the program that asked, where no person did. */
    madeWith: uuid('made_with').references(() => apiKey.id, { onDelete: 'set null' }),
    madeAt: instant('made_at').notNull(),
    validUntil: instant('valid_until').notNull(),
    request: jsonb('request').$type<LandedCostQuote['request']>().notNull(),
    cost: jsonb('cost').$type<LandedCostQuote['cost']>().notNull(),
    /** That could have had a part in it. */
    rules: jsonb('rules').$type<TradeRule[]>().notNull(),
    idempotencyKey: text('idempotency_key'),
    /** Of the body that came with the key. */
    bodyHash: text('body_hash'),
  },
  (table) => [
    uniqueIndex('landed_cost_quote_once').on(table.madeBy, table.idempotencyKey).where(sql`idempotency_key is not null`),
    uniqueIndex('landed_cost_quote_once_by_key').on(table.madeWith, table.idempotencyKey).where(sql`idempotency_key is not null`),
    index('landed_cost_quote_made').on(table.madeAt, table.id),
  ],
)
