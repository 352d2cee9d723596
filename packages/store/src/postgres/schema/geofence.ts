import type { GeofenceAlerts } from '@lading/shared/contract/geofence'
import type { Area } from '@lading/shared/domain/area'
import { areaColours } from '@lading/shared/domain/geofence'
import type { Mode } from '@lading/shared/domain/mode'
import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { person } from './person.ts'
import { shipment } from './shipment.ts'

export const areaColourEnum = pgEnum('area_colour', areaColours)

/** Who made it and who changed it last. */
const written = {
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  createdBy: person('created_by'),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: person('updated_by'),
  /** Nobody sees it any more; what it noticed stays. */
  removedAt: instant('removed_at'),
}

/** A piece of the Earth that shipments are noticed in. */
export const geofence = pgTable(
  'geofence',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    colour: areaColourEnum('colour').notNull(),
    area: jsonb('area').$type<Area>().notNull(),
    modes: jsonb('modes').$type<Mode[]>().notNull(),
    carriers: jsonb('carriers').$type<string[]>().notNull(),
    alerts: jsonb('alerts').$type<GeofenceAlerts>().notNull(),
    ...written,
  },
  (table) => [
    uniqueIndex('geofence_name').on(table.name).where(sql`removed_at is null`),
    index('geofence_created').on(table.createdAt, table.id),
    index('geofence_updated').on(table.updatedAt),
  ],
)

/** A stay within a fence, as stored readings tell it; a late reading puts it right. */
export const geofenceVisit = pgTable(
  'geofence_visit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    geofenceId: uuid('geofence_id')
      .notNull()
      .references(() => geofence.id, { onDelete: 'cascade' }),
    /** It came in after the first and was within at the second; without the first it was within when first seen. */
    enteredAfter: instant('entered_after'),
    enteredAt: instant('entered_at').notNull(),
    /** It was still within at the first and outside at the second; without both it is within. */
    leftAfter: instant('left_after'),
    leftAt: instant('left_at'),
  },
  (table) => [
    index('geofence_visit_shipment').on(table.shipmentId, table.enteredAt),
    // One stay goes on at a time, also in a race.
    uniqueIndex('geofence_visit_open').on(table.geofenceId, table.shipmentId).where(sql`left_at is null`),
  ],
)
