import type { LonLat } from '@lading/shared/geo/point'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { location } from './location.ts'
import { modeEnum, shipment } from './shipment.ts'

export const leg = pgTable(
  'leg',
  {
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … in the order of travel. */
    sequence: integer('sequence').notNull(),
    mode: modeEnum('mode').notNull(),
    carrier: text('carrier').notNull(),
    vessel: text('vessel'),
    originCode: text('origin_code')
      .notNull()
      .references(() => location.code),
    destinationCode: text('destination_code')
      .notNull()
      .references(() => location.code),
    plannedDeparture: instant('planned_departure').notNull(),
    plannedArrival: instant('planned_arrival').notNull(),
    estimatedDeparture: instant('estimated_departure'),
    estimatedArrival: instant('estimated_arrival'),
    actualDeparture: instant('actual_departure'),
    /** When half of the way was behind; nothing where nobody saw it. */
    halfwayAt: instant('halfway_at'),
    actualArrival: instant('actual_arrival'),
    /** Planned route; empty until it is computed. */
    route: jsonb('route').$type<LonLat[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.shipmentId, table.sequence] }),
    // What a carrier has carried, by its name.
    index('leg_carrier').on(sql`lower(${table.carrier})`),
    // Which shipments pass through a place.
    index('leg_origin').on(table.originCode, table.shipmentId),
    index('leg_destination').on(table.destinationCode, table.shipmentId),
  ],
)
