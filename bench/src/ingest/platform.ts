import { join } from 'node:path'
import { freePort } from '@lading/services/free-port'
import { startInflux } from '@lading/services/influx'
import { startMosquitto } from '@lading/services/mosquitto'
import { startPostgres } from '@lading/services/postgres'
import { startRedis } from '@lading/services/redis'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { device } from '@lading/store/postgres/schema/index'
import { prepareInflux } from '@lading/store/telemetry/influx/prepare'
import { deviceCount, deviceName } from './fleet.ts'
import { startIngest } from './ingest-process.ts'

const influxDatabase = 'lading'

/** Real servers in a temporary directory, a registered fleet, and ingest as a process of its own. */
export const startPlatform = async () => {
  const directory = await temporaryDirectory()
  const closers: (() => Promise<unknown>)[] = [directory.remove]
  const stop = async () => {
    for (const close of closers.reverse()) await close()
  }
  // Servers outlive a process that just ends.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop().finally(() => process.exit(130)))
  try {
    const at = (name: string) => ({ directory: join(directory.path, name) })
    const postgres = await startPostgres(at('postgres'))
    closers.push(postgres.stop)
    const mosquitto = await startMosquitto(at('mosquitto'))
    closers.push(mosquitto.stop)
    const influx = await startInflux(at('influx'))
    closers.push(influx.stop)
    const redis = await startRedis(at('redis'))
    closers.push(redis.stop)
    await migrateDatabase(postgres.url)
    await prepareInflux({ url: influx.url, database: influxDatabase })
    await registerFleet(postgres.url)
    const ingest = await startIngest({
      healthPort: await freePort(),
      env: {
        MQTT_URL: mosquitto.url,
        INFLUX_URL: influx.url,
        INFLUX_DATABASE: influxDatabase,
        POSTGRES_URL: postgres.url,
        QUEUE_URL: redis.url,
      },
    })
    closers.push(ingest.stop)
    return { mqttUrl: mosquitto.url, ingest, storedBetween: countIn(influx.url), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export type Platform = Awaited<ReturnType<typeof startPlatform>>

const registerFleet = async (postgresUrl: string) => {
  const database = openDatabase(postgresUrl)
  const fleet = Array.from({ length: deviceCount }, (_, number) => ({
    id: deviceName(number),
    secretHash: '',
    reportIntervalS: 60,
    registeredAt: new Date(),
  }))
  await database.db.insert(device).values(fleet)
  await database.close()
}

/** Readings of all devices in a stretch of device time, asked of InfluxDB itself. */
const countIn = (influxUrl: string) => async (fromMs: number, untilMs: number) => {
  const statement = `SELECT COUNT("receivedAtMs") FROM "reading" WHERE time >= ${fromMs}ms AND time < ${untilMs}ms`
  const answer = await fetch(`${influxUrl}/query?db=${influxDatabase}&q=${encodeURIComponent(statement)}`)
  const { results } = (await answer.json()) as { results: { series?: { values: [string, number][] }[] }[] }
  return results[0]?.series?.[0]?.values[0]?.[1] ?? 0
}
