import type { AddedUpHours } from '@lading/shared/domain/eta'
import { predictionKinds } from '@lading/shared/domain/model'
import { sql } from 'drizzle-orm'
import { doublePrecision, index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

export const predictionKindEnum = pgEnum('prediction_kind', predictionKinds)

/**
 * A prediction that was kept, beside what happened: hours from `made_at` for arrivals and clearance, pieces for demand. Where it was
 * made stays when the shipment goes; who it was for is not in it. Times are platform times.
 */
export const predictionScore = pgTable(
  'prediction_score',
  {
    id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
    kind: predictionKindEnum('kind').notNull(),
    /** What was predicted: a shipment, or a product in a warehouse. */
    key: text('key').notNull(),
    madeAt: instant('made_at').notNull(),
    /** How far ahead it looked, as it saw it, and the group of such horizons. */
    horizonHours: doublePrecision('horizon_hours').notNull(),
    horizon: text('horizon').notNull(),
    lane: text('lane'),
    mode: text('mode'),
    carrier: text('carrier'),
    country: text('country'),
    product: text('product'),
    warehouse: text('warehouse'),
    p10: doublePrecision('p10').notNull(),
    p50: doublePrecision('p50').notNull(),
    p90: doublePrecision('p90').notNull(),
    /** Of an arrival time, what it was added up to before it was made worth what it claims. */
    addedUp: jsonb('added_up').$type<AddedUpHours>(),
    actual: doublePrecision('actual').notNull(),
    /** What the simple rule said at the same moment. */
    naive: doublePrecision('naive'),
    /** When the truth came. */
    actualAt: instant('actual_at').notNull(),
    scoredAt: instant('scored_at').notNull(),
  },
  (table) => [
    uniqueIndex('prediction_score_once').on(table.kind, table.key, table.madeAt, table.horizon),
    index('prediction_score_window').on(table.kind, table.actualAt),
  ],
)
