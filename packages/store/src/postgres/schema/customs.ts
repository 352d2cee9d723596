import type { OfficeHours } from '@lading/shared/contract/customs'
import { channels } from '@lading/shared/domain/customs-channel'
import { customsStates } from '@lading/shared/domain/customs-entry'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { location } from './location.ts'
import { milestoneSourceEnum } from './milestone.ts'
import { modeEnum, shipment } from './shipment.ts'
import { outcomeSourceEnum } from './stage-outcome.ts'
import { user } from './user.ts'

export const customsStateEnum = pgEnum('customs_state', customsStates)
export const channelEnum = pgEnum('customs_channel', channels)

/** One declaration of a shipment where it enters a customs territory: what was said of it beforehand, and how far it is. */
export const customsEntry = pgTable(
  'customs_entry',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    /** The leg that waits for the release. */
    legSequence: integer('leg_sequence').notNull(),
    /** Of import, ISO 3166-1 alpha-2. */
    country: text('country').notNull(),
    /** Where it is cleared: the code of a place, or of the office as customs has it. */
    office: text('office'),
    /** Movement reference number, entry number, or whatever customs calls it. */
    reference: text('reference'),
    /** Importer or declarant as customs knows it. */
    declarant: text('declarant'),
    /** Who declares for the declarant. */
    broker: text('broker'),
    state: customsStateEnum('state').notNull().default('draft'),
    /** The heaviest so far; nothing while customs has not decided. */
    channel: channelEnum('channel'),
    /** Documents that will be asked for, and those that are there. */
    requiredDocuments: text('required_documents').array().notNull().default([]),
    presentDocuments: text('present_documents').array().notNull().default([]),
    /** The last day on which documents are valid, by their names. */
    documentsValidUntil: jsonb('documents_valid_until').$type<Record<string, string>>().notNull().default({}),
    /** Of the documents that were known to be asked for, those that were not there when it was lodged; nothing until then. */
    missingAtLodging: text('missing_at_lodging').array(),
    /** Licences, certificates and controls of other agencies that the goods are under. */
    restrictions: text('restrictions').array().notNull().default([]),
    /** The last day on which the place keeps the goods without charge, and the end of it there. */
    lastFreeDay: date('last_free_day', { mode: 'string' }),
    freeUntil: instant('free_until'),
    /** The first time it was lodged, or the first event where that was not told. */
    lodgedAt: instant('lodged_at'),
    /** Since when it is in this state. */
    stateAt: instant('state_at'),
    /** Released or refused. */
    closedAt: instant('closed_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('customs_entry_once').on(table.shipmentId, table.legSequence),
    index('customs_entry_created').on(table.createdAt, table.id),
    // What lists and the map ask of every shipment.
    index('customs_entry_with_customs').on(table.shipmentId).where(sql`state not in ('draft', 'released')`),
  ],
)

/** What was told of an entry, by whom and when. Never changed. */
export const customsEvent = pgTable(
  'customs_event',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => customsEntry.id, { onDelete: 'cascade' }),
    state: customsStateEnum('state').notNull(),
    eventTime: instant('event_time').notNull(),
    recordTime: instant('record_time').notNull(),
    source: milestoneSourceEnum('source').notNull(),
    recordedBy: uuid('recorded_by').references(() => user.id, { onDelete: 'set null' }),
    /** Documents that customs asks for with it. */
    documents: text('documents').array().notNull().default([]),
    note: text('note'),
  },
  (table) => [uniqueIndex('customs_event_once').on(table.entryId, table.state, table.eventTime)],
)

/** What people changed of an entry: each field with what it said before. Never changed. */
export const customsEntryChange = pgTable(
  'customs_entry_change',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => customsEntry.id, { onDelete: 'cascade' }),
    changedAt: instant('changed_at').notNull(),
    changedBy: uuid('changed_by').references(() => user.id, { onDelete: 'set null' }),
    field: text('field').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (table) => [index('customs_entry_change_of').on(table.entryId, table.id)],
)

/** How clearances went: what the model learns from, our own and those people bring along. */
export const clearanceOutcome = pgTable('clearance_outcome', {
  /** In the order in which they became known. */
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** The same clearance told twice is there once. */
  key: text('key').notNull().unique(),
  country: text('country').notNull(),
  office: text('office'),
  hsCode: text('hs_code'),
  mode: modeEnum('mode'),
  /** Not its name, which may be that of a person: what `partyKey` makes of it. */
  party: text('party'),
  submittedAt: instant('submitted_at').notNull(),
  clearedAt: instant('cleared_at').notNull(),
  channel: channelEnum('channel').notNull(),
  missingDocuments: text('missing_documents').array().notNull().default([]),
  restrictions: text('restrictions').array().notNull().default([]),
  source: outcomeSourceEnum('source').notNull(),
  shipmentId: uuid('shipment_id').references(() => shipment.id, { onDelete: 'set null' }),
})

/** What is published of imports into a country: World Bank hours and scores, or a table of the user's own. Dated, with its source. */
export const customsFigures = pgTable(
  'customs_figures',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    country: text('country').notNull(),
    year: integer('year').notNull(),
    borderHours: doublePrecision('border_hours'),
    documentHours: doublePrecision('document_hours'),
    /** Efficiency of clearance in the Logistics Performance Index, 1 to 5. */
    customsScore: doublePrecision('customs_score'),
    source: text('source').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  (table) => [uniqueIndex('customs_figures_once').on(table.country, table.year, table.source)],
)

/** When an office works, in the time of its place. */
export const customsOffice = pgTable('customs_office', {
  code: text('code')
    .primaryKey()
    .references(() => location.code, { onDelete: 'cascade' }),
  hours: jsonb('hours').$type<OfficeHours>().notNull(),
  /** Whether it closes on the public holidays of its country. */
  closedOnHolidays: boolean('closed_on_holidays').notNull().default(true),
})

/** What was predicted of a clearance, kept to be scored when the goods are released. Hours from `made_at` to the release. */
export const clearancePrediction = pgTable(
  'clearance_prediction',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    legSequence: integer('leg_sequence').notNull(),
    madeAt: instant('made_at').notNull(),
    p10: doublePrecision('p10').notNull(),
    p50: doublePrecision('p50').notNull(),
    p90: doublePrecision('p90').notNull(),
    /** What the simple rule said at the same moment. */
    naive: doublePrecision('naive'),
    /** Probability of each channel. */
    channels: jsonb('channels').$type<Record<(typeof channels)[number], number>>().notNull(),
  },
  (table) => [index('clearance_prediction_of').on(table.shipmentId, table.legSequence, table.madeAt)],
)
