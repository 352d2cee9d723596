import { join } from 'node:path'
import { startInflux } from '@lading/services/influx'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
import { readConfig } from '@lading/shared/config/read-config'
import { startEmbeddedBroker } from './embedded-broker.ts'
import { startGuardedMosquitto } from './guarded-mosquitto.ts'
import { onNextPort } from './next-port.ts'
import { brokerAdminLogin, platformLogin } from './platform-login.ts'
import { reach } from './reach.ts'
import { type Running, supervise } from './supervise.ts'

type Server = Running & { url: string; port: number }

type Deps = {
  data: string
  /** Where the platform's own logins at a broker that is started here are kept. */
  logins: { platform: string; admin: string }
  real: boolean
  env: NodeJS.ProcessEnv
  say: (line: string) => void
  signal: AbortSignal
  /** Registers what is started, to be stopped in the end. */
  own: <Thing extends { stop: () => Promise<void> }>(starting: Promise<Thing>) => Promise<Thing>
}

/** What each service is, in words for people, and the addresses for the processes. */
export type Services = {
  kinds: { broker: string; telemetry: string; postgres: string; queue: string }
  variables: Record<'MQTT_URL' | 'POSTGRES_URL', string> &
    Partial<
      Record<
        'INFLUX_URL' | 'QUEUE_URL' | 'MQTT_USERNAME' | 'MQTT_PASSWORD' | 'MOSQUITTO_ADMIN_USERNAME' | 'MOSQUITTO_ADMIN_PASSWORD',
        string
      >
    >
}

const mqttPort = 1883

/**
 * The servers Lading runs on. One that the environment names is used as it is; the others are started here: the embedded
 * ones, or with `real` the ones this machine has. Those in processes of their own are started again when they crash.
 */
export const startServices = async ({ data, logins, real, env, say, signal, own }: Deps): Promise<Services> => {
  const supervised = async (name: string, first: number, start: (options: { directory: string; port: number }) => Promise<Server>) => {
    let url = ''
    // A restarted server must be where the processes look for it.
    let settled: number | undefined
    await own(
      supervise({
        name,
        say,
        signal,
        start: async () => {
          const directory = join(data, name)
          const server =
            settled === undefined
              ? await onNextPort(first, (port) => start({ directory, port }))
              : await start({ directory, port: settled })
          settled = server.port
          url = server.url
          return server
        },
      }),
    )
    return url
  }

  const named = async (variable: 'MQTT_URL' | 'INFLUX_URL' | 'POSTGRES_URL' | 'QUEUE_URL') => {
    const url = env[variable]
    if (url) await reach(variable, url)
    return url || undefined
  }

  const broker = async () => {
    const url = await named('MQTT_URL')
    if (url) return { url, kind: 'as MQTT_URL says' }
    const login = await platformLogin(logins.platform)
    const { url: postgresUrl } = await database
    if (real) {
      const admin = await brokerAdminLogin(logins.admin)
      const start = (options: { directory: string; port: number }) =>
        startGuardedMosquitto({ ...options, postgresUrl, platformPassword: login.password, admin, say })
      return { url: await supervised('mosquitto', mqttPort, start), kind: 'Mosquitto', login, admin }
    }
    const { INGEST_CLIENT_ID: keeper } = readConfig(['INGEST_CLIENT_ID'], env)
    const embedded = await own(
      onNextPort(mqttPort, (port) => startEmbeddedBroker({ port, postgresUrl, platformPassword: login.password, keeper })),
    )
    return { url: embedded.url, kind: 'aedes, embedded', login }
  }
  const postgres = async () => {
    const url = await named('POSTGRES_URL')
    return url
      ? { url, kind: 'as POSTGRES_URL says' }
      : { url: await supervised('postgres', 15_432, startPostgres), kind: 'PostgreSQL, embedded' }
  }
  const telemetry = async () => {
    const url = await named('INFLUX_URL')
    if (url) return { url, kind: 'as INFLUX_URL says' }
    if (!real) return { url: undefined, kind: 'PostgreSQL, embedded' }
    const started = await supervised('influx', 18_086, startInflux)
    // With its address, because people want to ask it themselves what it has stored.
    return { url: started, kind: `InfluxDB at ${started}` }
  }
  const queue = async () => {
    const url = await named('QUEUE_URL')
    if (url) return { url, kind: 'as QUEUE_URL says' }
    return real ? { url: await supervised('redis', 16_379, startRedis), kind: 'Redis' } : { url: undefined, kind: 'PostgreSQL, embedded' }
  }

  const database = postgres()
  const starting = [broker(), database, telemetry(), queue()] as const
  // All of them settle first, so that one failure leaves no other half-started.
  await Promise.allSettled(starting)
  const [mqtt, relational, readings, jobs] = await Promise.all(starting)
  return {
    kinds: { broker: mqtt.kind, telemetry: readings.kind, postgres: relational.kind, queue: jobs.kind },
    variables: {
      MQTT_URL: mqtt.url,
      ...(mqtt.login && { MQTT_USERNAME: mqtt.login.username, MQTT_PASSWORD: mqtt.login.password }),
      ...(mqtt.admin && { MOSQUITTO_ADMIN_USERNAME: mqtt.admin.username, MOSQUITTO_ADMIN_PASSWORD: mqtt.admin.password }),
      POSTGRES_URL: relational.url,
      ...(readings.url && { INFLUX_URL: readings.url }),
      ...(jobs.url && { QUEUE_URL: jobs.url }),
    },
  }
}
