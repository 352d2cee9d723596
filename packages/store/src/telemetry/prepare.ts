import { prepareInflux } from './influx/prepare.ts'
import { influxSettings } from './influx/settings.ts'
import type { TelemetryConfig } from './telemetry-config.ts'

/** Run once before the processes start. PostgreSQL needs nothing here: its table comes with the migrations. */
export const prepareTelemetry = async (config: TelemetryConfig) => {
  const settings = influxSettings(config)
  if (settings) await prepareInflux(settings)
}
