import type { AspectScore } from '@lading/shared/contract/partner'
import {
  evidenceSources,
  hitStates,
  partnerAspects,
  partnerChangeKinds,
  partnerDocumentKinds,
  submissionStates,
} from '@lading/shared/domain/partner'
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
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { partner } from './partner-register.ts'
import { person } from './person.ts'
import { shipment } from './shipment.ts'
import { purchaseOrder } from './supply.ts'

export const partnerDocumentKindEnum = pgEnum('partner_document_kind', partnerDocumentKinds)
export const partnerAspectEnum = pgEnum('partner_aspect', partnerAspects)
export const evidenceSourceEnum = pgEnum('partner_evidence_source', evidenceSources)
export const hitStateEnum = pgEnum('screening_hit_state', hitStates)
export const submissionStateEnum = pgEnum('partner_submission_state', submissionStates)
export const partnerChangeKindEnum = pgEnum('partner_change_kind', partnerChangeKinds)

const ofPartner = () =>
  text('partner_code')
    .notNull()
    .references(() => partner.code, { onDelete: 'cascade' })

const ofDocument = () => ({
  id: uuid('id').primaryKey().defaultRandom(),
  partnerCode: ofPartner(),
  kind: partnerDocumentKindEnum('kind').notNull(),
  number: text('number'),
  validFrom: date('valid_from', { mode: 'string' }),
  /** Its last day. */
  validUntil: date('valid_until', { mode: 'string' }),
})

/** What it has shown: licences, insurance, agreements. */
export const partnerDocument = pgTable('partner_document', { ...ofDocument(), addedAt: instant('added_at').notNull() }, (table) => [
  index('partner_document_partner').on(table.partnerCode),
])

/** A document that somebody of the partner told of, and what staff said to that. */
export const partnerSubmission = pgTable(
  'partner_submission',
  {
    ...ofDocument(),
    note: text('note'),
    submittedAt: instant('submitted_at').notNull(),
    submittedBy: person('submitted_by'),
    state: submissionStateEnum('state').notNull().default('open'),
    decidedAt: instant('decided_at'),
    decidedBy: person('decided_by'),
    reason: text('reason'),
  },
  (table) => [index('partner_submission_partner').on(table.partnerCode, table.state)],
)

/** Who changed what of a partner, and when. Rows are only ever added. */
export const partnerChange = pgTable(
  'partner_change',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    partnerCode: ofPartner(),
    at: instant('at').notNull(),
    by: person('by'),
    kind: partnerChangeKindEnum('kind').notNull(),
    changes: jsonb('changes').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('partner_change_partner').on(table.partnerCode, table.id)],
)

/** What people know of a partner that the platform does not see. Rows are only ever added. */
export const partnerEvidence = pgTable(
  'partner_evidence',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    partnerCode: ofPartner(),
    aspect: partnerAspectEnum('aspect').notNull(),
    isGood: boolean('is_good').notNull(),
    count: integer('count').notNull().default(1),
    at: instant('at').notNull(),
    source: evidenceSourceEnum('source').notNull(),
    externalId: text('external_id'),
    shipmentId: uuid('shipment_id').references(() => shipment.id, { onDelete: 'set null' }),
    orderId: uuid('order_id').references(() => purchaseOrder.id, { onDelete: 'set null' }),
    note: text('note'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: person('recorded_by'),
  },
  (table) => [
    unique('partner_evidence_once').on(table.partnerCode, table.externalId),
    index('partner_evidence_at').on(table.partnerCode, table.at),
  ],
)

/** What was to be expected of a partner at a moment, 0 to 1, and what that rested on. The newest is the one that holds. */
export const partnerScore = pgTable(
  'partner_score',
  {
    partnerCode: ofPartner(),
    at: instant('at').notNull(),
    score: doublePrecision('score').notNull(),
    low: doublePrecision('low').notNull(),
    high: doublePrecision('high').notNull(),
    /** What is believed of somebody of the kind of whom nothing is known. */
    kindScore: doublePrecision('kind_score').notNull(),
    aspects: jsonb('aspects').$type<AspectScore[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerCode, table.at] })],
)

/** A list of names that nobody may work with, as it was published on a day. */
export const sanctionsList = pgTable('sanctions_list', {
  code: text('code').primaryKey(),
  source: text('source').notNull(),
  publishedOn: date('published_on', { mode: 'string' }).notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: person('imported_by'),
})

/** A name on a list; somebody on it may have several. */
export const sanctionsName = pgTable(
  'sanctions_name',
  {
    listCode: text('list_code')
      .notNull()
      .references(() => sanctionsList.code, { onDelete: 'cascade' }),
    ref: text('ref').notNull(),
    name: text('name').notNull(),
    country: text('country'),
    note: text('note'),
    /** Its telling words, by which those that may be like another are found. */
    tokens: text('tokens').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.listCode, table.ref, table.name] }),
    index('sanctions_name_parts').using('gin', sql`${table.tokens} gin_trgm_ops`),
  ],
)

/** A name on a list that is like one of a partner, and what a person said of that. It stays when the list changes. */
export const screeningHit = pgTable(
  'screening_hit',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    partnerCode: ofPartner(),
    partnerName: text('partner_name').notNull(),
    listCode: text('list_code').notNull(),
    ref: text('ref').notNull(),
    listName: text('list_name').notNull(),
    note: text('note'),
    similarity: doublePrecision('similarity').notNull(),
    state: hitStateEnum('state').notNull().default('open'),
    foundAt: instant('found_at').notNull(),
    isListed: boolean('is_listed').notNull().default(true),
    decidedAt: instant('decided_at'),
    decidedBy: person('decided_by'),
    decisionNote: text('decision_note'),
  },
  (table) => [uniqueIndex('screening_hit_once').on(table.partnerCode, table.listCode, table.ref)],
)
