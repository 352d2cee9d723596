import { doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

const figures = (name: string, column: string) => ({
  [`${name}Count`]: integer(`${column}_count`).notNull(),
  [`${name}Min`]: doublePrecision(`${column}_min`),
  [`${name}Mean`]: doublePrecision(`${column}_mean`),
  [`${name}Max`]: doublePrecision(`${column}_max`),
})

/**
 * What is left of the readings of an hour, where there is no InfluxDB. Neither table has partitions: dropping one would be cheaper
 * than deleting, but readings come late, stay until they are counted, and are asked for by device, across all times.
 */
export const readingHourly = pgTable(
  'reading_hourly',
  {
    deviceId: text('device_id').notNull(),
    /** When it begins. */
    hour: instant('hour').notNull(),
    count: integer('count').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    /** The last fix, with what the same reading said of speed and heading. */
    fixAt: instant('fix_at'),
    fixLat: doublePrecision('fix_lat'),
    fixLon: doublePrecision('fix_lon'),
    fixSpeedKmh: doublePrecision('fix_speed_kmh'),
    fixHeadingDeg: doublePrecision('fix_heading_deg'),
    ...figures('temperatureC', 'temperature_c'),
    ...figures('humidityPct', 'humidity_pct'),
    ...figures('shockG', 'shock_g'),
    ...figures('lightLux', 'light_lux'),
    ...figures('pressureHpa', 'pressure_hpa'),
    ...figures('batteryPct', 'battery_pct'),
    ...figures('speedKmh', 'speed_kmh'),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.hour] })],
)
