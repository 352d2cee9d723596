import { clockFromConfig } from '@lading/shared/config/clock-from-config'
import { processVariables } from '@lading/shared/config/processes'
import { ConfigError, readConfig } from '@lading/shared/config/read-config'
import { openDatabase } from '@lading/store/postgres/open'
import { openQueue } from '@lading/store/queue/open'
import { openTelemetry } from '@lading/store/telemetry/open'
import { pino } from 'pino'
import { build } from './build.ts'
import { closeWithin } from './close-within.ts'
import { openBus } from './live/bus.ts'
import { settingsFromConfig } from './settings-from-config.ts'

const readOrExit = () => {
  try {
    return readConfig(processVariables.api, process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

const config = readOrExit()
const log = pino({ name: 'api', level: config.LOG_LEVEL })

const database = openDatabase(config.POSTGRES_URL)
const telemetry = openTelemetry(config, { database })
const queue = openQueue(config.QUEUE_URL ?? config.POSTGRES_URL, {
  onError: (error) => log.warn({ err: error }, 'the job queue does not answer'),
})
const bus = openBus({ url: config.MQTT_URL, username: config.MQTT_USERNAME, password: config.MQTT_PASSWORD, log })
const app = await build({
  database,
  telemetry,
  queue,
  bus,
  clock: clockFromConfig(config),
  settings: settingsFromConfig(config),
  logger: log,
})

const close = () =>
  closeWithin(
    9_000,
    [
      { name: 'the http server', close: () => app.close() },
      { name: 'the bus', close: bus.close },
      { name: 'the queue', close: queue.close },
      { name: 'telemetry', close: telemetry.close },
      { name: 'the database', close: database.close },
    ],
    log,
  )

let closing = false
const stop = async (signal: string) => {
  if (closing) return
  closing = true
  log.info({ signal }, 'stopping')
  await close()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

try {
  await app.listen({ host: config.API_HOST, port: config.API_PORT })
} catch (error) {
  log.fatal({ err: error }, `the api cannot listen on ${config.API_HOST}:${config.API_PORT}`)
  await close()
  process.exit(1)
}
