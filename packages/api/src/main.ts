import { caOrExit } from '@lading/process/ca-or-exit'
import { createClosing } from '@lading/process/closing'
import { configOrExit } from '@lading/process/config-or-exit'
import { openLog } from '@lading/process/open-log'
import { clockFromConfig } from '@lading/shared/config/clock-from-config'
import { processVariables } from '@lading/shared/config/processes'
import { openDatabase } from '@lading/store/postgres/open'
import { openQueue } from '@lading/store/queue/open'
import { openTelemetry } from '@lading/store/telemetry/open'
import { brokerAccountsFromConfig } from './broker/from-config.ts'
import { build } from './build.ts'
import { openBus } from './live/bus.ts'
import { settingsFromConfig } from './settings-from-config.ts'

const config = configOrExit(processVariables.api)
const log = openLog({ name: 'api', level: config.LOG_LEVEL })

const closing = createClosing({ deadlineMs: 9_000, log })

const database = openDatabase(config.POSTGRES_URL)
closing.add('PostgreSQL', database.close)
const telemetry = openTelemetry(config, { database })
closing.add('telemetry', telemetry.close)
const queue = openQueue(config.QUEUE_URL ?? config.POSTGRES_URL, {
  onError: (error) => log.warn({ err: error }, 'the job queue does not answer'),
})
closing.add('queue', queue.close)
const ca = caOrExit(config.MQTT_CA)
const bus = openBus({ url: config.MQTT_URL, username: config.MQTT_USERNAME, password: config.MQTT_PASSWORD, ca, log })
closing.add('bus', bus.close)
const brokerAccounts = brokerAccountsFromConfig(config, { sql: database.sql, ca, log })
closing.add('broker accounts', brokerAccounts.close)
const app = await build({
  database,
  telemetry,
  queue,
  bus,
  brokerAccounts,
  clock: clockFromConfig(config),
  settings: settingsFromConfig(config),
  logger: log,
})

if (config.PAYMENT_PROVIDER === 'sandbox')
  log.warn('duties are paid in a sandbox: nobody is charged, and whoever has a link can call them paid')
closing.add('HTTP server', () => app.close())

try {
  await app.listen({ host: config.API_HOST, port: config.API_PORT })
} catch (error) {
  log.fatal({ err: error }, `the api cannot listen on ${config.API_HOST}:${config.API_PORT}`)
  await closing.close('failed start', 1)
}
