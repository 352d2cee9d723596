import type { EtaStage } from '@lading/shared/domain/eta'
import { incoterms } from '@lading/shared/domain/incoterm'
import { modes } from '@lading/shared/domain/mode'
import { partyRoles } from '@lading/shared/domain/party'
import { type SaidState, shipmentStates } from '@lading/shared/domain/shipment-state'
import { sql } from 'drizzle-orm'
import { bigint, doublePrecision, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { location } from './location.ts'
import { merchant } from './merchant.ts'
import { product } from './product.ts'

export const incotermEnum = pgEnum('incoterm', incoterms)
export const modeEnum = pgEnum('mode', modes)
export const shipmentStateEnum = pgEnum('shipment_state', shipmentStates)
export const partyRoleEnum = pgEnum('party_role', partyRoles)

/**
 * One row a shipment, holding what lists and the map show. State, position, progress and ETA are the workers' answer
 * from stored readings; everything else is what people said.
 */
export const shipment = pgTable(
  'shipment',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    trackingNumber: text('tracking_number').notNull().unique(),
    reference: text('reference'),
    /** Whom recipients take it to be from. */
    merchantCode: text('merchant_code').references(() => merchant.code, { onDelete: 'set null' }),
    incoterm: incotermEnum('incoterm').notNull(),
    incotermPlace: text('incoterm_place').notNull(),
    originCode: text('origin_code')
      .notNull()
      .references(() => location.code),
    destinationCode: text('destination_code')
      .notNull()
      .references(() => location.code),
    promisedAt: instant('promised_at'),
    temperatureMinC: doublePrecision('temperature_min_c'),
    temperatureMaxC: doublePrecision('temperature_max_c'),
    shockMaxG: doublePrecision('shock_max_g'),
    /** Containers that it travels in, by ISO 6346. */
    containers: text('containers').array().notNull().default([]),

    state: shipmentStateEnum('state').notNull().default('info-received'),
    /** What people say of it that no position can show. */
    saidState: shipmentStateEnum('said_state').$type<SaidState>(),
    /** Sequence of the leg it is on, or waits for; the last one once delivered. */
    currentLeg: integer('current_leg').notNull().default(1),
    mode: modeEnum('mode'),
    carrier: text('carrier'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    positionAt: instant('position_at'),
    speedKmh: doublePrecision('speed_kmh'),
    headingDeg: doublePrecision('heading_deg'),
    /** Share of the planned route behind it, 0 to 1. */
    progress: doublePrecision('progress').notNull().default(0),
    etaP10: instant('eta_p10'),
    etaP50: instant('eta_p50'),
    etaP90: instant('eta_p90'),
    etaComputedAt: instant('eta_computed_at'),
    /** Of arriving after what was promised. */
    missProbability: doublePrecision('miss_probability'),
    /** The parts of the arrival time. */
    etaStages: jsonb('eta_stages').$type<EtaStage[]>(),
    /** Readings up to here have been followed. */
    trackedUntil: instant('tracked_until'),

    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('shipment_position').on(table.lat, table.lon),
    index('shipment_state_updated').on(table.state, table.updatedAt),
    // In the order of the list, with what it is filtered by: a filter passes over entries of the index and reads no row that it leaves out.
    index('shipment_listed').on(
      table.createdAt,
      table.id,
      table.state,
      table.mode,
      table.carrier,
      table.missProbability,
      table.lat,
      table.lon,
      table.originCode,
      table.destinationCode,
    ),
    index('shipment_reference').on(table.reference),
  ],
)

/** Names and countries of people and firms: kept apart, so that erasing a person touches one table. */
export const shipmentParty = pgTable(
  'shipment_party',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    role: partyRoleEnum('role').notNull(),
    name: text('name').notNull(),
    country: text('country').notNull(),
  },
  (table) => [
    index('shipment_party_shipment').on(table.shipmentId),
    // Only recipients are looked for by name, and by any part of it.
    index('shipment_party_consignee_parts').using('gin', sql`${table.name} gin_trgm_ops`).where(sql`${table.role} = 'consignee'`),
  ],
)

export const shipmentItem = pgTable(
  'shipment_item',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    /** Whose stock it becomes when it arrives at a warehouse. */
    product: text('product').references(() => product.sku, { onDelete: 'set null' }),
    description: text('description').notNull(),
    hsCode: text('hs_code').notNull(),
    quantity: integer('quantity').notNull(),
    valueMinorUnits: bigint('value_minor_units', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    /** Where it was made, ISO 3166-1 alpha-2. */
    origin: text('origin'),
    /** Of all pieces. */
    weightKg: doublePrecision('weight_kg'),
  },
  (table) => [
    index('shipment_item_shipment').on(table.shipmentId),
    index('shipment_item_product').on(table.product),
    // What such goods were declared at before, and what goods of such words were declared as.
    index('shipment_item_subheading').on(sql`left(${table.hsCode}, 6)`),
    index('shipment_item_words').using('gin', sql`${table.description} gin_trgm_ops`),
  ],
)
