import { classifiers, milestoneCodes, milestoneSources } from '@lading/shared/domain/milestone'
import { sql } from 'drizzle-orm'
import { doublePrecision, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'

export const classifierEnum = pgEnum('classifier', classifiers)
export const milestoneCodeEnum = pgEnum('milestone_code', milestoneCodes)
export const milestoneSourceEnum = pgEnum('milestone_source', milestoneSources)

export const milestone = pgTable(
  'milestone',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    code: milestoneCodeEnum('code').notNull(),
    classifier: classifierEnum('classifier').notNull(),
    eventTime: instant('event_time').notNull(),
    recordTime: instant('record_time').notNull(),
    legSequence: integer('leg_sequence'),
    locationCode: text('location_code'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    source: milestoneSourceEnum('source').notNull(),
    /** The milestone that this one puts right. */
    corrects: uuid('corrects'),
  },
  (table) => [
    index('milestone_shipment').on(table.shipmentId, table.eventTime),
    // A job that runs twice records a fact once; corrections are facts of their own.
    uniqueIndex('milestone_once')
      .on(table.shipmentId, table.code, table.classifier, table.legSequence)
      .where(sql`corrects is null and leg_sequence is not null`),
  ],
)
