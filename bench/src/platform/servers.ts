import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { startInflux } from '@lading/services/influx'
import { startMosquitto } from '@lading/services/mosquitto'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
import { platformUser } from '@lading/shared/broker/names'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import { prepareInflux } from '@lading/store/telemetry/influx/prepare'
import type { Closers } from './closers.ts'
import { startNode } from './node-process.ts'

const influxDatabase = 'lading'
const brokerMain = new URL('./embedded-broker.ts', import.meta.url)

/** Who may publish and listen for a measurement, where the broker asks. */
export type Login = { username: string; password: string }

export type Servers = {
  postgresUrl: string
  mqttUrl: string
  /** The newest of MQTT that the broker speaks. */
  protocolVersion: 4 | 5
  login: Login | undefined
  /** What Lading's processes are told. */
  env: Record<string, string>
  /** Readings of all devices in a stretch of device time, asked of the database itself. */
  storedBetween: (fromMs: number, untilMs: number) => Promise<number>
}

const startRelational = async (directory: string, closers: Closers) => {
  const postgres = closers.add(await startPostgres({ directory: join(directory, 'postgres') }))
  await migrateDatabase(postgres.url)
  return postgres.url
}

/** What a deployment beyond one machine runs on. */
export const startRealServers = async (directory: string, closers: Closers): Promise<Servers> => {
  const postgresUrl = await startRelational(directory, closers)
  const at = (name: string) => ({ directory: join(directory, name) })
  const mosquitto = closers.add(await startMosquitto(at('mosquitto')))
  const influx = closers.add(await startInflux(at('influx')))
  const redis = closers.add(await startRedis(at('redis')))
  await prepareInflux({ url: influx.url, database: influxDatabase })
  return {
    postgresUrl,
    mqttUrl: mosquitto.url,
    protocolVersion: 5,
    login: undefined,
    env: {
      MQTT_URL: mosquitto.url,
      INFLUX_URL: influx.url,
      INFLUX_DATABASE: influxDatabase,
      POSTGRES_URL: postgresUrl,
      QUEUE_URL: redis.url,
    },
    storedBetween: async (fromMs, untilMs) => {
      const statement = `SELECT COUNT("receivedAtMs") FROM "reading" WHERE time >= ${fromMs}ms AND time < ${untilMs}ms`
      const answer = await fetch(`${influx.url}/query?db=${influxDatabase}&q=${encodeURIComponent(statement)}`)
      const { results } = (await answer.json()) as { results: { series?: { values: [string, number][] }[] }[] }
      return results[0]?.series?.[0]?.values[0]?.[1] ?? 0
    },
  }
}

/** What `npm start` runs on: readings and jobs in PostgreSQL, and its own broker, which runs in a process of its own as there. */
export const startEmbeddedServers = async (directory: string, closers: Closers): Promise<Servers> => {
  const postgresUrl = await startRelational(directory, closers)
  await prepareQueue(postgresUrl)
  const login = { username: platformUser, password: randomUUID() }
  const broker = closers.add(await startNode(brokerMain, [postgresUrl, login.password]))
  const database = openDatabase(postgresUrl, { connections: 1 })
  closers.add({ stop: database.close })
  return {
    postgresUrl,
    mqttUrl: broker.said,
    protocolVersion: 4,
    login,
    env: { MQTT_URL: broker.said, MQTT_USERNAME: login.username, MQTT_PASSWORD: login.password, POSTGRES_URL: postgresUrl },
    storedBetween: async (fromMs, untilMs) => {
      const [row] = await database.sql<{ count: number }[]>`
        select count(*)::int as count from reading where recorded_at >= ${iso(fromMs)} and recorded_at < ${iso(untilMs)}`
      return row?.count ?? 0
    },
  }
}

const iso = (ms: number) => new Date(ms).toISOString()
