import { type TradeTerms, tradeRuleKinds } from '@lading/shared/domain/trade-rule'
import { boolean, date, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { person } from './person.ts'

export const tradeRuleKindEnum = pgEnum('trade_rule_kind', tradeRuleKinds)

/**
 * Versions of rules. Nothing of a version changes but its last day, once: where a later version begins or somebody ends it. Days are of
 * the calendar of the destination.
 */
export const tradeRule = pgTable(
  'trade_rule',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull(),
    version: integer('version').notNull(),
    kind: tradeRuleKindEnum('kind').notNull(),
    destination: text('destination').notNull(),
    origins: text('origins').array().notNull(),
    hsPrefix: text('hs_prefix').notNull(),
    terms: jsonb('terms').$type<TradeTerms>().notNull(),
    source: text('source').notNull(),
    sourceUrl: text('source_url'),
    isExample: boolean('is_example').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    /** The last day; before the first one where it was withdrawn. */
    validTo: date('valid_to', { mode: 'string' }),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: person('recorded_by'),
    endedAt: instant('ended_at'),
    endedBy: person('ended_by'),
  },
  (table) => [
    uniqueIndex('trade_rule_version').on(table.key, table.version),
    index('trade_rule_place').on(table.destination, table.hsPrefix),
    index('trade_rule_recorded').on(table.recordedAt, table.id),
  ],
)
