import type { LandedCostQuote } from '@lading/shared/contract/landed-cost'
import type { TradeRule } from '@lading/shared/domain/trade-rule'
import { sql } from 'drizzle-orm'
import { customType, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { apiKey } from './api-key.ts'
import { instant } from './columns.ts'
import { user } from './user.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * Rules as quotes rested on them, each kept once however many quotes do. Never changed and never removed: a rule whose last day is told
 * later is another one.
 */
export const quotedRule = pgTable('quoted_rule', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  /** SHA-256 of the rule as PostgreSQL writes it: what it says can be held against it. */
  hash: bytes('hash').notNull().unique(),
  rule: jsonb('rule').$type<TradeRule>().notNull(),
})

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
    /** The rules that could have had a part in it, as they were then (`quoted_rule`). */
    ruleIds: integer('rule_ids').array().notNull(),
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
