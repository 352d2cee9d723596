import { join } from 'node:path'
import { startAedes } from '@lading/services/aedes'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { deadLetter, device } from '@lading/store/postgres/schema/index'
import { openQueue } from '@lading/store/queue/open'
import { prepareQueue } from '@lading/store/queue/prepare'
import { createPostgresTelemetry } from '@lading/store/telemetry/postgres/store'
import mqtt from 'mqtt'
import { expect, test, vi } from 'vitest'
import { startIngest } from './support/ingest-process.ts'

test('With nothing but npm, readings go from an embedded broker into PostgreSQL, and the workers are asked once per device.', async () => {
  const directory = await temporaryDirectory()
  const postgres = await startPostgres({ directory: join(directory.path, 'postgres') })
  const broker = await startAedes()
  await migrateDatabase(postgres.url)
  await prepareQueue(postgres.url)
  const database = openDatabase(postgres.url)
  const queue = openQueue(postgres.url)
  await database.db.insert(device).values({ id: 'van-1', secretHash: '', reportIntervalS: 60, registeredAt: new Date() })

  const ingest = await startIngest({ MQTT_URL: broker.url, POSTGRES_URL: postgres.url })
  await ingest.ready()
  const publisher = await mqtt.connectAsync(broker.url)
  const t0 = Date.now() - 60_000
  for (let number = 0; number < 500; number += 1)
    await publisher.publishAsync('lading/v1/van-1/telemetry', JSON.stringify({ recordedAt: t0 + number, lat: 1, lon: 2 }), { qos: 1 })
  await publisher.publishAsync('lading/v1/nobody/telemetry', JSON.stringify({ recordedAt: t0, lat: 1, lon: 2 }), { qos: 1 })

  const telemetry = createPostgresTelemetry(database.sql)
  const eventually = { timeout: 20_000, interval: 100 }
  await vi.waitFor(async () => expect(await telemetry.count({ deviceId: 'van-1', fromMs: t0, untilMs: t0 + 500 })).toBe(500), eventually)
  await vi.waitFor(
    async () => expect(await database.db.select().from(deadLetter)).toMatchObject([{ reason: 'unknown-device' }]),
    eventually,
  )
  await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ waiting: 1 }), eventually)
  expect(await ingest.stop()).toBe(0)
  expect(ingest.log()).not.toMatch(/"level":(40|50|60)/)

  await publisher.endAsync()
  await queue.close()
  await database.close()
  await broker.stop()
  await postgres.stop()
  await directory.remove()
})
