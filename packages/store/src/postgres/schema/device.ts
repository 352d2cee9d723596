import { sql } from 'drizzle-orm'
import { doublePrecision, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { shipment } from './shipment.ts'

export const device = pgTable('device', {
  /** The name under which it publishes. */
  id: text('id').primaryKey(),
  label: text('label'),
  /** Of its secret, which has 256 random bits; in the form of `broker/secret-hash.ts`. */
  secretHash: text('secret_hash').notNull(),
  reportIntervalS: integer('report_interval_s').notNull(),
  registeredAt: instant('registered_at').notNull(),
  /** Since when it may not connect any more. Wall time, as all of security. */
  revokedAt: instant('revoked_at'),
})

/** Whose readings a gateway may publish besides its own: it is a device itself, with one secret for all that it carries. */
export const gatewayDevice = pgTable(
  'gateway_device',
  {
    gatewayId: text('gateway_id')
      .notNull()
      .references(() => device.id, { onDelete: 'cascade' }),
    deviceId: text('device_id')
      .notNull()
      .references(() => device.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.gatewayId, table.deviceId] })],
)

/** From when until when a device's readings belong to a shipment. Readings themselves never name a shipment. */
export const assignment = pgTable(
  'assignment',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    deviceId: text('device_id')
      .notNull()
      .references(() => device.id, { onDelete: 'cascade' }),
    shipmentId: uuid('shipment_id')
      .notNull()
      .references(() => shipment.id, { onDelete: 'cascade' }),
    from: instant('from').notNull(),
    until: instant('until'),
  },
  (table) => [
    index('assignment_device').on(table.deviceId, table.from),
    index('assignment_shipment').on(table.shipmentId),
    // A part of a device's name finds its shipments.
    index('assignment_device_parts').using('gin', sql`${table.deviceId} gin_trgm_ops`),
  ],
)

/** The newest of each measurement of a device. Time only moves forward. No foreign key: ingest writes it at full speed. */
export const deviceLatest = pgTable('device_latest', {
  deviceId: text('device_id').primaryKey(),
  recordedAt: instant('recorded_at').notNull(),
  receivedAt: instant('received_at').notNull(),
  lat: doublePrecision('lat'),
  lon: doublePrecision('lon'),
  positionAt: instant('position_at'),
  speedKmh: doublePrecision('speed_kmh'),
  headingDeg: doublePrecision('heading_deg'),
  temperatureC: doublePrecision('temperature_c'),
  humidityPct: doublePrecision('humidity_pct'),
  batteryPct: doublePrecision('battery_pct'),
  /** The last fix that was taken for an impossible jump: believed if the next one agrees with it. */
  doubtedLat: doublePrecision('doubted_lat'),
  doubtedLon: doublePrecision('doubted_lon'),
  doubtedAt: instant('doubted_at'),
})
