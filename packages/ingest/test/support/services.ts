import { join } from 'node:path'
import { startInflux } from '@lading/services/influx'
import { startMosquitto } from '@lading/services/mosquitto'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { deadLetter, device } from '@lading/store/postgres/schema/index'
import { prepareQueue } from '@lading/store/queue/prepare'
import { prepareInflux } from '@lading/store/telemetry/influx/prepare'
import { createInfluxTelemetry } from '@lading/store/telemetry/influx/store'

/** The real servers that ingest works with, each of which can be taken away and given back. */
export const startServices = async () => {
  const directory = await temporaryDirectory()
  const postgres = await startPostgres({ directory: join(directory.path, 'postgres') })
  let mosquitto = await startMosquitto({ directory: join(directory.path, 'mosquitto') })
  let influx = await startInflux({ directory: join(directory.path, 'influx') })
  const settings = { url: influx.url, database: 'lading' }
  await migrateDatabase(postgres.url)
  await prepareQueue(postgres.url)
  await prepareInflux(settings)
  const database = openDatabase(postgres.url)
  const telemetry = createInfluxTelemetry(settings)

  return {
    mqttUrl: mosquitto.url,
    telemetry,
    env: { MQTT_URL: mosquitto.url, INFLUX_URL: influx.url, POSTGRES_URL: postgres.url },
    register: async (...ids: string[]) => {
      await database.db.insert(device).values(ids.map((id) => ({ id, secretHash: '', reportIntervalS: 60, registeredAt: new Date() })))
    },
    deadLetters: () => database.db.select().from(deadLetter),
    stopInflux: () => influx.stop(),
    restartInflux: async () => {
      influx = await startInflux({ directory: join(directory.path, 'influx'), port: influx.port })
    },
    stopMosquitto: () => mosquitto.stop(),
    restartMosquitto: async () => {
      mosquitto = await startMosquitto({ directory: join(directory.path, 'mosquitto'), port: mosquitto.port })
    },
    stop: async () => {
      await database.close()
      await Promise.all([mosquitto.stop(), influx.stop(), postgres.stop()])
      await directory.remove()
    },
  }
}

export type Services = Awaited<ReturnType<typeof startServices>>
