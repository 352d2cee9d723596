import { findProgram } from '@lading/services/find-program'
import { freePort } from '@lading/services/free-port'
import { startInflux } from '@lading/services/influx'
import { startPostgres } from '@lading/services/postgres'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import type { TelemetryConfig } from '@lading/store/telemetry/telemetry-config'

const unset = { INFLUX_URL: undefined, INFLUX_TOKEN: undefined, INFLUX_USERNAME: undefined, INFLUX_PASSWORD: undefined }

const influx = async (directory: string) => {
  const port = await freePort()
  const start = () => startInflux({ directory, port })
  let server = await start()
  const config: TelemetryConfig = {
    ...unset,
    INFLUX_URL: server.url,
    INFLUX_DATABASE: 'readings of "2026"',
    POSTGRES_URL: 'postgres://unused',
  }
  return {
    config,
    stop: () => server.stop(),
    start: async () => {
      server = await start()
    },
  }
}

const postgres = async (directory: string) => {
  const port = await freePort()
  const start = () => startPostgres({ directory, port })
  let server = await start()
  const config: TelemetryConfig = { ...unset, INFLUX_DATABASE: 'unused', POSTGRES_URL: server.url }
  await migrateDatabase(server.url)
  return {
    config,
    stop: () => server.stop(),
    start: async () => {
      server = await start()
    },
  }
}

/** Both places where readings can be kept, each on a real server. */
export const adapters = [
  { name: 'InfluxDB', open: influx, missing: !findProgram('influxd') },
  { name: 'PostgreSQL', open: postgres, missing: false },
]
