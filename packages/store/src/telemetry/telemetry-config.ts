import type { Config } from '@lading/shared/config/read-config'

/** What decides where readings are kept. */
export type TelemetryConfig = Config<
  'INFLUX_URL' | 'INFLUX_DATABASE' | 'INFLUX_TOKEN' | 'INFLUX_USERNAME' | 'INFLUX_PASSWORD' | 'POSTGRES_URL'
> &
  Partial<Config<'READING_DAYS'>>
