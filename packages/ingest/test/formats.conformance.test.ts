import { join } from 'node:path'
import { startAedes } from '@lading/services/aedes'
import { startPostgres } from '@lading/services/postgres'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { migrateDatabase } from '@lading/store/postgres/migrate'
import { openDatabase } from '@lading/store/postgres/open'
import { device } from '@lading/store/postgres/schema/index'
import { prepareQueue } from '@lading/store/queue/prepare'
import { createPostgresTelemetry } from '@lading/store/telemetry/postgres/store'
import mqtt from 'mqtt'
import sparkplug from 'sparkplug-payload'
import { expect, test, vi } from 'vitest'
import { startIngest } from './support/ingest-process.ts'

test('Devices of every family become readings, and a Sparkplug node that nobody knows yet is asked for its births.', async () => {
  const directory = await temporaryDirectory()
  const postgres = await startPostgres({ directory: join(directory.path, 'postgres') })
  const broker = await startAedes()
  await migrateDatabase(postgres.url)
  await prepareQueue(postgres.url)
  const database = openDatabase(postgres.url)
  const telemetry = createPostgresTelemetry(database.sql)
  const ids = ['tts:fleet:reefer-7', 'chirpstack:70b3d57ed0000002', 'traccar:van-7', 'ann:phone', 'sparkplug:port:crane-1']
  await database.db.insert(device).values(ids.map((id) => ({ id, secretHash: '', reportIntervalS: 60, registeredAt: new Date() })))
  const ingest = await startIngest({ MQTT_URL: broker.url, POSTGRES_URL: postgres.url })
  await ingest.ready()
  const client = await mqtt.connectAsync(broker.url)

  const t0 = Date.now() - 60_000
  const at = new Date(t0).toISOString()
  const send = (topic: string, payload: object) =>
    client.publishAsync(topic, payload instanceof Buffer ? payload : JSON.stringify(payload), { qos: 1 })
  await send('v3/fleet/devices/reefer-7/up', { uplink_message: { f_port: 1, frm_payload: 'A2cBEA==', received_at: at } })
  await send('application/a/device/70b3d57ed0000002/event/up', { time: at, object: { temperature: 4.5 } })
  await send('traccar/van-7', { deviceTime: at, fixTime: at, valid: true, latitude: 51.95, longitude: 4.14, speed: 10 })
  await send('owntracks/ann/phone', { _type: 'location', tst: t0 / 1000, lat: 52.1, lon: 5.1 })

  const spb = sparkplug.get('spBv1.0')
  const encode = (seq: number, metric: object) =>
    Buffer.from(spb?.encodePayload({ seq, timestamp: t0 + seq, metrics: [{ alias: 7, type: 'Float', value: seq, ...metric }] }) ?? [])
  // A node answers a command by its births, as the specification wants.
  await client.subscribeAsync('spBv1.0/port/NCMD/crane-1')
  client.on('message', (_, command) => {
    const asksForRebirth = spb?.decodePayload(command).metrics?.some(({ name, value }) => name === 'Node Control/Rebirth' && value === true)
    if (asksForRebirth) void send('spBv1.0/port/NBIRTH/crane-1', encode(0, { name: 'Temperature' }))
  })
  await send('spBv1.0/port/NDATA/crane-1', encode(5, {}))

  const readings = async (deviceId: string) =>
    (await telemetry.readings({ deviceId, fromMs: t0 - 1_000, untilMs: t0 + 1_000 })).map((reading) => JSON.parse(JSON.stringify(reading)))
  const eventually = { timeout: 20_000, interval: 100 }
  await vi.waitFor(async () => expect(await readings('sparkplug:port:crane-1')).toMatchObject([{ temperatureC: 0 }]), eventually)
  await send('spBv1.0/port/NDATA/crane-1', encode(1, {}))
  await vi.waitFor(async () => expect(await readings('sparkplug:port:crane-1')).toMatchObject([{}, { temperatureC: 1 }]), eventually)
  expect(await readings('tts:fleet:reefer-7')).toMatchObject([{ temperatureC: 27.2 }])
  expect(await readings('chirpstack:70b3d57ed0000002')).toMatchObject([{ temperatureC: 4.5 }])
  expect(await readings('traccar:van-7')).toMatchObject([{ lat: 51.95, lon: 4.14, speedKmh: 18.52 }])
  expect(await readings('ann:phone')).toMatchObject([{ lat: 52.1, lon: 5.1 }])

  await client.endAsync()
  await ingest.stop()
  await database.close()
  await broker.stop()
  await postgres.stop()
  await directory.remove()
})
