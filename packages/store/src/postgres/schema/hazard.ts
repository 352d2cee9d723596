import type { Area } from '@lading/shared/domain/area'
import { hazardKinds } from '@lading/shared/domain/hazard'
import type { HazardFeed } from '@lading/shared/hazard-feed/told-hazard'
import { index, integer, jsonb, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { severityEnum } from './alert.ts'
import { instant } from './columns.ts'
import { user } from './user.ts'

export const hazardKindEnum = pgEnum('hazard_kind', hazardKinds)

/** Something that endangers goods in an area for a time. */
export const hazard = pgTable(
  'hazard',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    kind: hazardKindEnum('kind').notNull(),
    severity: severityEnum('severity').notNull(),
    title: text('title').notNull(),
    area: jsonb('area').$type<Area>().notNull(),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until'),
    source: text('source'),
    reference: text('reference'),
    note: text('note'),
    /** Where a feed told it: which, by which message, and which of the areas in it, from 1. People may have changed it since (`updatedBy`). */
    feed: text('feed').$type<HazardFeed>(),
    feedKey: text('feed_key'),
    feedPart: integer('feed_part'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => user.id, { onDelete: 'set null' }),
    /** Nobody sees it any more. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    index('hazard_created').on(table.createdAt, table.id),
    index('hazard_updated').on(table.updatedAt),
    unique('hazard_told').on(table.feed, table.feedKey, table.feedPart),
  ],
)
