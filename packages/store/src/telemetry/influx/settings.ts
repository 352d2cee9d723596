import type { TelemetryConfig } from '../telemetry-config.ts'
import type { InfluxSettings } from './connection.ts'

/** What the configuration says about InfluxDB, or nothing where PostgreSQL keeps the readings. */
export const influxSettings = (config: TelemetryConfig): InfluxSettings | undefined =>
  config.INFLUX_URL
    ? {
        url: config.INFLUX_URL,
        database: config.INFLUX_DATABASE,
        token: config.INFLUX_TOKEN,
        username: config.INFLUX_USERNAME,
        password: config.INFLUX_PASSWORD,
      }
    : undefined
