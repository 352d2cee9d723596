import type { TelemetryConfig } from '../telemetry-config.ts'
import type { InfluxSettings } from './connection.ts'

const dayMs = 24 * 3_600_000

/** What the configuration says about InfluxDB, or nothing where PostgreSQL keeps the readings. */
export const influxSettings = (config: TelemetryConfig): InfluxSettings | undefined =>
  config.INFLUX_URL
    ? {
        url: config.INFLUX_URL,
        database: config.INFLUX_DATABASE,
        token: config.INFLUX_TOKEN,
        username: config.INFLUX_USERNAME,
        password: config.INFLUX_PASSWORD,
        // A day before its hour may be thinned, as clocks differ and batches wait.
        ...(config.READING_DAYS && { lateAfterMs: (config.READING_DAYS - 1) * dayMs }),
      }
    : undefined
