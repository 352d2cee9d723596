import { type Database, openDatabase } from '../postgres/open.ts'
import { influxSettings } from './influx/settings.ts'
import { createInfluxTelemetry } from './influx/store.ts'
import { createPostgresTelemetry } from './postgres/store.ts'
import type { TelemetryConfig } from './telemetry-config.ts'
import type { TelemetryStore } from './telemetry-store.ts'

/**
 * Readings live in InfluxDB where INFLUX_URL is set, else in PostgreSQL, over `database` if the caller has one open already
 * (and closes it). Opens no connection before the first question.
 */
export const openTelemetry = (config: TelemetryConfig, { database }: { database?: Database } = {}): TelemetryStore => {
  const settings = influxSettings(config)
  if (settings) return createInfluxTelemetry(settings)
  if (database) return createPostgresTelemetry(database.sql)
  const own = openDatabase(config.POSTGRES_URL)
  return { ...createPostgresTelemetry(own.sql), close: own.close }
}
