import type { ServiceDepartures } from '@lading/shared/contract/network'
import { bigint, doublePrecision, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { location } from './location.ts'
import { modeEnum } from './shipment.ts'

/** A way from one place to another that a carrier offers, as people described or imported it. */
export const service = pgTable(
  'service',
  {
    code: text('code').primaryKey(),
    mode: modeEnum('mode').notNull(),
    carrier: text('carrier').notNull(),
    originCode: text('origin_code')
      .notNull()
      .references(() => location.code, { onDelete: 'cascade' }),
    destinationCode: text('destination_code')
      .notNull()
      .references(() => location.code, { onDelete: 'cascade' }),
    /** Nothing where it leaves when the goods are there. */
    departures: jsonb('departures').$type<ServiceDepartures>(),
    hoursP10: doublePrecision('hours_p10'),
    hoursP50: doublePrecision('hours_p50').notNull(),
    hoursP90: doublePrecision('hours_p90'),
    currency: text('currency'),
    perShipmentMinorUnits: bigint('per_shipment_minor_units', { mode: 'number' }),
    perTonneMinorUnits: bigint('per_tonne_minor_units', { mode: 'number' }),
    perCubicMetreMinorUnits: bigint('per_cubic_metre_minor_units', { mode: 'number' }),
    co2eGramsPerTonneKm: doublePrecision('co2e_grams_per_tonne_km'),
    co2eSource: text('co2e_source'),
    distanceKm: doublePrecision('distance_km'),
    /** Of one departure; nothing where that is not said. */
    capacityKg: doublePrecision('capacity_kg'),
    capacityM3: doublePrecision('capacity_m3'),
    validFrom: instant('valid_from'),
    validUntil: instant('valid_until'),
    source: text('source'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('service_origin').on(table.originCode)],
)
