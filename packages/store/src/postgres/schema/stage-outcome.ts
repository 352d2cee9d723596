import { outcomeSources, stageKinds } from '@lading/shared/domain/stage'
import { bigint, doublePrecision, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'

export const stageKindEnum = pgEnum('stage_kind', stageKinds)
export const outcomeSourceEnum = pgEnum('outcome_source', outcomeSources)

/** How long each stage of a journey really took, and what was known of it when it began: what arrival times are learnt from. */
export const stageOutcome = pgTable(
  'stage_outcome',
  {
    /** In the order in which they became known. */
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The same stage told twice is there once. */
    key: text('key').notNull().unique(),
    kind: stageKindEnum('kind').notNull(),
    /** Codes of whoever tells; those that Lading writes are its own. */
    mode: text('mode'),
    carrier: text('carrier'),
    origin: text('origin'),
    destination: text('destination'),
    /** Nothing where a history has no calendar; then its order is its time. */
    startedAt: instant('started_at'),
    plannedHours: doublePrecision('planned_hours'),
    distanceKm: doublePrecision('distance_km'),
    features: jsonb('features').$type<Record<string, number | string>>().notNull(),
    actualHours: doublePrecision('actual_hours').notNull(),
    /** Of a leg, when half of its way was behind; where somebody saw it. */
    halfwayHours: doublePrecision('halfway_hours'),
    source: outcomeSourceEnum('source').notNull(),
    /** What it was learnt from may go; what was learnt stays. */
    shipmentId: uuid('shipment_id').references(() => shipment.id, { onDelete: 'set null' }),
    legSequence: integer('leg_sequence'),
  },
  (table) => [index('stage_outcome_shipment').on(table.shipmentId)],
)
