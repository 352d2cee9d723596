import { countryEventKinds, type RiskEvidence, type RiskKind, type RiskRemoval, reportClaims } from '@lading/shared/domain/risk'
import { sql } from 'drizzle-orm'
import { date, doublePrecision, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { severityEnum } from './alert.ts'
import { instant } from './columns.ts'
import { partyRoleEnum, shipment } from './shipment.ts'
import { user } from './user.ts'

export const reportClaimEnum = pgEnum('report_claim', reportClaims)
export const countryEventKindEnum = pgEnum('country_event_kind', countryEventKinds)

/** What endangers the promise of a shipment that is under way, as it was computed last. */
export const shipmentRisk = pgTable(
  'shipment_risk',
  {
    shipmentId: uuid('shipment_id')
      .primaryKey()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    computedAt: instant('computed_at').notNull(),
    /** How often something that it rests on was said to have changed, and how many of these times were known when it was computed. */
    asked: integer('asked').notNull().default(0),
    answered: integer('answered').notNull().default(0),
    /** Of missing the promise by the arrival interval alone; nothing where nothing was promised. */
    base: doublePrecision('base'),
    /** With everything else that is known. */
    probability: doublePrecision('probability'),
    scores: jsonb('scores').$type<Record<RiskKind, number>>().notNull(),
    evidence: jsonb('evidence').$type<RiskEvidence[]>().notNull(),
    removals: jsonb('removals').$type<RiskRemoval[]>().notNull(),
    /** What puts the worst first: the probability, or where nothing was promised the highest score. */
    rank: doublePrecision('rank').notNull(),
  },
  (table) => [index('shipment_risk_rank').on(table.rank), index('shipment_risk_asked').on(table.shipmentId).where(sql`asked > answered`)],
)

/** What was told of a shipment's risk, kept when it changed enough: to be seen over time and held against what came. */
export const riskHistory = pgTable(
  'risk_history',
  {
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    base: doublePrecision('base'),
    probability: doublePrecision('probability'),
    scores: jsonb('scores').$type<Record<RiskKind, number>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.shipmentId, table.at] })],
)

/** What a party says of a shipment: a claim, to be held against what sensors and others say. Never changed, and never shown to consumers. */
export const shipmentReport = pgTable(
  'shipment_report',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    claim: reportClaimEnum('claim').notNull(),
    /** When it is said to have been so. */
    eventTime: instant('event_time').notNull(),
    recordTime: instant('record_time').notNull(),
    role: partyRoleEnum('role').notNull(),
    /** Of the party that says so. */
    party: text('party').notNull(),
    /** Departed and arrived are said of a leg. */
    legSequence: integer('leg_sequence'),
    /** Of the goods, where that is what is claimed. */
    temperatureC: doublePrecision('temperature_c'),
    reference: text('reference'),
    recordedBy: uuid('recorded_by').references(() => user.id, { onDelete: 'set null' }),
    /** Somebody found it to be wrong, or to be right after all: it is evidence no longer. */
    settledAt: instant('settled_at'),
  },
  (table) => [index('shipment_report_shipment').on(table.shipmentId, table.eventTime)],
)

/** Published figures on how safe countries are to deal with, each on its own scale; of each the newest counts. */
export const countryIndex = pgTable(
  'country_index',
  {
    /** Its name, with the edition where that matters. */
    name: text('name').notNull(),
    country: text('country').notNull(),
    /** The day or the end of the time that it is of. */
    of: date('of').notNull(),
    value: doublePrecision('value').notNull(),
    /** The ends of the scale; the best may be the higher or the lower one. */
    best: doublePrecision('best').notNull(),
    worst: doublePrecision('worst').notNull(),
    source: text('source').notNull(),
    importedAt: instant('imported_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.country, table.of] })],
)

/** What happens in a country for a time, as people told. */
export const countryEvent = pgTable(
  'country_event',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    country: text('country').notNull(),
    kind: countryEventKindEnum('kind').notNull(),
    severity: severityEnum('severity').notNull(),
    title: text('title').notNull(),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until'),
    source: text('source'),
    reference: text('reference'),
    note: text('note'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    createdBy: uuid('created_by').references(() => user.id, { onDelete: 'set null' }),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => user.id, { onDelete: 'set null' }),
    removedAt: instant('removed_at'),
  },
  (table) => [index('country_event_created').on(table.createdAt, table.id)],
)
