import { doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Where readings are kept when there is no InfluxDB. */
export const reading = pgTable(
  'reading',
  {
    deviceId: text('device_id').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    accuracyM: doublePrecision('accuracy_m'),
    altitudeM: doublePrecision('altitude_m'),
    speedKmh: doublePrecision('speed_kmh'),
    headingDeg: doublePrecision('heading_deg'),
    temperatureC: doublePrecision('temperature_c'),
    humidityPct: doublePrecision('humidity_pct'),
    shockG: doublePrecision('shock_g'),
    lightLux: doublePrecision('light_lux'),
    pressureHpa: doublePrecision('pressure_hpa'),
    batteryPct: doublePrecision('battery_pct'),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.recordedAt] })],
)
