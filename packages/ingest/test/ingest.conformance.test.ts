import { findProgram } from '@lading/services/find-program'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand } from './support/command.ts'
import { startIngest } from './support/ingest-process.ts'
import { type Services, startServices } from './support/services.ts'

const missing = !findProgram('mosquitto') || !findProgram('influxd')

describe.skipIf(missing)('Ingest between real servers', () => {
  let services: Services
  let ingest: Awaited<ReturnType<typeof startIngest>>
  let publisher: MqttClient
  beforeAll(async () => {
    services = await startServices()
  })
  afterAll(() => services.stop())
  beforeEach(async () => {
    ingest = await startIngest(services.env)
    await ingest.ready()
    publisher = await mqtt.connectAsync(services.mqttUrl, { reconnectPeriod: 200 })
  })
  afterEach(async () => {
    await publisher.endAsync()
    await ingest.stop()
  })

  // Ahead of every other test's readings, so that each is a reading of its own.
  const t0 = Date.now() - 3_600_000
  const publish = (deviceId: string, values: unknown) =>
    publisher.publishAsync(`lading/v1/${deviceId}/telemetry`, typeof values === 'string' ? values : JSON.stringify(values), { qos: 1 })
  const stored = (deviceId: string) => services.telemetry.readings({ deviceId, fromMs: 0, untilMs: t0 + 1e10 })
  const count = (deviceId: string) => services.telemetry.count({ deviceId, fromMs: 0, untilMs: t0 + 1e10 })
  const reasonsOf = async (deviceId: string) =>
    (await services.deadLetters()).filter((letter) => letter.deviceId === deviceId).map(({ reason }) => reason)
  const eventually = { timeout: 30_000, interval: 100 }

  test('A poison message is kept with its reason, and those behind it are stored.', async () => {
    await services.register('poisoned')
    await publish('poisoned', '{"recordedAt":')
    await publish('poisoned', { recordedAt: t0, lat: 'north' })
    await publish('poisoned', [
      { recordedAt: t0, lat: 1, lon: 2 },
      { recordedAt: t0 + 1, lat: 1, lon: 999 },
    ])
    await publish('poisoned', 'x'.repeat(2_000_000))
    await publish('poisoned', { recordedAt: t0 + 2, lat: 1.01, lon: 2.01 })
    await vi.waitFor(async () => expect(await count('poisoned')).toBe(2), eventually)
    const letters = (await services.deadLetters()).filter(({ topic }) => topic.includes('poisoned'))
    expect(letters.map(({ reason }) => reason).sort()).toEqual(['not-json', 'out-of-range', 'oversized', 'wrong-type'])
    const part = letters.find(({ reason }) => reason === 'out-of-range')
    expect(JSON.parse(String(part?.payload))).toEqual({ recordedAt: t0 + 1, lat: 1, lon: 999 })
    expect(part?.detail).toContain('/lon')
    const oversized = letters.find(({ reason }) => reason === 'oversized')
    expect(oversized?.payload).toHaveLength(1024)
    expect(oversized?.detail).toContain('2000000 bytes')
  })

  test('The same reading delivered twice is stored once.', async () => {
    await services.register('twice')
    await publish('twice', { recordedAt: t0, temperatureC: 5 })
    await publish('twice', { recordedAt: t0, temperatureC: 5 })
    await publish('twice', { recordedAt: t0 + 1000, temperatureC: 6 })
    await vi.waitFor(async () => expect(await count('twice')).toBe(2), eventually)
    expect((await stored('twice')).map(({ temperatureC }) => temperatureC)).toEqual([5, 6])
  })

  test('A device is unknown until it is registered, and known from its next message on.', async () => {
    await publish('newcomer', { recordedAt: t0, lat: 1, lon: 1 })
    await vi.waitFor(async () => expect(await reasonsOf('newcomer')).toEqual(['unknown-device']), eventually)
    await services.register('newcomer')
    await publish('newcomer', { recordedAt: t0 + 1, lat: 1, lon: 1 })
    await vi.waitFor(async () => expect(await count('newcomer')).toBe(1), eventually)
    expect(await reasonsOf('newcomer')).toEqual(['unknown-device'])
    const { stdout } = await runCommand(['replay-dead-letters', '--reason', 'unknown-device', '--device', 'newcomer'], services.env)
    expect(stdout).toBe('1 dead letters go through ingest again\nDone\n')
    expect(await count('newcomer')).toBe(2)
    expect(await reasonsOf('newcomer')).toEqual([])
  })

  test('A dead letter that fails again after its replay is kept once, with its new reason and its old time.', async () => {
    await publish('stubborn', { recordedAt: t0, lat: 0, lon: 0 })
    await vi.waitFor(async () => expect(await reasonsOf('stubborn')).toEqual(['zero-island']), eventually)
    const letters = async () => (await services.deadLetters()).filter(({ deviceId }) => deviceId === 'stubborn')
    const [before] = await letters()
    await runCommand(['replay-dead-letters', '--device', 'stubborn'], services.env)
    const after = await letters()
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({
      reason: 'zero-island',
      receivedAt: before?.receivedAt,
      replayRequestedAt: null,
      payload: before?.payload,
    })
  })

  test('Where a device is goes out once for a batch, and never backwards.', async () => {
    await services.register('seen')
    const heard: unknown[] = []
    const watcher = await mqtt.connectAsync(services.mqttUrl)
    await watcher.subscribeAsync('live/positions')
    watcher.on('message', (_, payload) => heard.push(...JSON.parse(String(payload))))
    await publish('seen', { recordedAt: t0 + 60_000, lat: 1, lon: 2, speedKmh: 30 })
    await vi.waitFor(() => expect(heard).toHaveLength(1), eventually)
    await publish('seen', { recordedAt: t0, lat: 1.02, lon: 2.02 })
    await publish('seen', { recordedAt: t0 + 120_000, lat: 1.1, lon: 2.1 })
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(1), eventually)
    expect(heard).toEqual([
      { deviceId: 'seen', lat: 1, lon: 2, speedKmh: 30, recordedAtMs: t0 + 60_000 },
      { deviceId: 'seen', lat: 1.1, lon: 2.1, recordedAtMs: t0 + 120_000 },
    ])
    await watcher.endAsync()
  })

  test('An impossible jump is quarantined, and believed when the next reading agrees with it.', async () => {
    await services.register('leaping')
    const latitudes = async () => (await stored('leaping')).map(({ lat }) => lat)
    const send = (second: number, lat: number) => publish('leaping', { recordedAt: t0 + second * 1000, lat, lon: 5 })
    await send(0, 52)
    await vi.waitFor(async () => expect(await latitudes()).toEqual([52]), eventually)
    await send(60, 2)
    await vi.waitFor(async () => expect(await reasonsOf('leaping')).toEqual(['impossible-jump']), eventually)
    await send(61, 2.001)
    await vi.waitFor(async () => expect(await latitudes()).toEqual([52, 2.001]), eventually)
    await send(62, 2.002)
    await vi.waitFor(async () => expect(await latitudes()).toEqual([52, 2.001, 2.002]), eventually)
    expect(await reasonsOf('leaping')).toEqual(['impossible-jump'])
  })

  test('After the broker restarts, ingest is subscribed again and readings arrive.', async () => {
    await services.register('restarted')
    await publish('restarted', { recordedAt: t0, lat: 1, lon: 1 })
    await vi.waitFor(async () => expect(await count('restarted')).toBe(1), eventually)
    await services.stopMosquitto()
    await services.restartMosquitto()
    await ingest.ready()
    await publish('restarted', { recordedAt: t0 + 1, lat: 1, lon: 1 })
    await vi.waitFor(async () => expect(await count('restarted')).toBe(2), eventually)
  })

  test('Asked to end under load, ingest ends with success, and what it had not settled is delivered to the next one.', async () => {
    await services.register('ending')
    const sent = Promise.all(Array.from({ length: 3000 }, (_, at) => publish('ending', { recordedAt: t0 + at, batteryPct: 50 })))
    await vi.waitFor(async () => expect(await count('ending')).toBeGreaterThan(0), eventually)
    expect(await ingest.stop()).toBe(0)
    await sent
    ingest = await startIngest(services.env)
    await vi.waitFor(async () => expect(await count('ending')).toBe(3000), eventually)
  })

  test('kill -9 with 20,000 messages in flight and InfluxDB away loses nothing: acknowledged = stored + dead-lettered.', async () => {
    const devices = Array.from({ length: 50 }, (_, at) => `fleet-${at}`)
    await services.register(...devices)
    const total = 20_000
    const heldAtMost = 10_000 // the default of INGEST_IN_FLIGHT_MAX
    const isPoison = (number: number) => number % 100 === 99
    let acknowledged = 0
    const sent: Promise<void>[] = []
    for (let number = 0; number < total; number += 1) {
      const deviceId = devices[number % devices.length] as string
      const message = isPoison(number) ? `poison ${number}` : { recordedAt: t0 + number, lat: 1, lon: 2, batteryPct: number % 100 }
      sent.push(
        publish(deviceId, message).then(() => {
          acknowledged += 1
        }),
      )
      if (number === 4_000) await Promise.all(sent).then(services.stopInflux)
    }
    await Promise.all(sent)
    expect(acknowledged).toBe(total)

    // What follows the first 4,000 is held unacknowledged when it dies: by ingest as much as it takes, the rest by the broker.
    await vi.waitFor(async () => expect(await ingest.metric('lading_ingest_in_flight')).toBe(heldAtMost), eventually)
    await ingest.kill()
    ingest = await startIngest(services.env)
    await vi.waitFor(async () => expect(await ingest.metric('lading_ingest_in_flight')).toBe(heldAtMost), eventually)
    await services.restartInflux()
    // Once more, at whatever point between writing and acknowledging it happens to be.
    await vi.waitFor(async () => expect(await ingest.metric('lading_ingest_stored_total')).toBeGreaterThan(0), {
      ...eventually,
      interval: 5,
    })
    await ingest.kill()
    ingest = await startIngest(services.env)

    const storedInAll = async () => (await Promise.all(devices.map(count))).reduce((sum, one) => sum + one, 0)
    const poisons = total / 100
    await vi.waitFor(async () => expect(await storedInAll()).toBe(total - poisons), eventually)
    const kept = new Set((await services.deadLetters()).map(({ payload }) => String(payload)).filter((text) => text.startsWith('poison')))
    expect(kept.size).toBe(poisons)
    await vi.waitFor(async () => expect(await ingest.metric('lading_ingest_in_flight')).toBe(0), eventually)
  })
})
