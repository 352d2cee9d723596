import { startAedes } from '@lading/services/aedes'
import { findProgram } from '@lading/services/find-program'
import { startMosquitto } from '@lading/services/mosquitto'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readingAt, type SimulatedReading } from '../../src/device/reading-at.ts'
import { reportTimes } from '../../src/device/report-times.ts'
import { runLoad } from '../../src/load/run-load.ts'
import { openPublisher, type Publisher } from '../../src/platform/publisher.ts'
import { journeyWith } from '../journeys.ts'

const brokers = [
  { name: 'aedes', missing: false, start: () => startAedes() },
  {
    name: 'Mosquitto',
    missing: !findProgram('mosquitto'),
    start: async () => {
      const { path, remove } = await temporaryDirectory()
      const { url, stop } = await startMosquitto({ directory: path })
      return { url, stop: () => stop().then(remove) }
    },
  },
]

describe.each(brokers)('devices at $name', ({ missing, start }) => {
  if (missing) return it.skip('is not installed here', () => {})

  const arrived: { topic: string; payload: unknown; qos: number }[] = []
  let broker: { url: string; stop: () => Promise<void> }
  let listener: MqttClient
  let publisher: Publisher
  beforeAll(async () => {
    broker = await start()
    listener = await connectAsync(broker.url, { protocolVersion: 4 })
    listener.on('message', (topic, payload, { qos }) => arrived.push({ topic, payload: JSON.parse(payload.toString()), qos }))
    await listener.subscribeAsync('#', { qos: 1 })
    publisher = await openPublisher({ url: broker.url })
  })
  afterAll(async () => {
    await publisher.close()
    await listener.endAsync()
    await broker.stop()
  })
  const untilArrived = async (count: number) => {
    while (arrived.length < count) await new Promise((resolve) => setTimeout(resolve, 10))
  }

  it('publish a reading as it is and many as an array, with QoS 1, under their own topic', async () => {
    arrived.length = 0
    const journey = journeyWith({ scenario: 'parcel' })
    const readings = reportTimes(journey, 0, Number.POSITIVE_INFINITY).map((atMs) => readingAt(journey, atMs))
    await publisher.readings(journey.deviceId, readings.slice(0, 1))
    await publisher.readings(journey.deviceId, readings.slice(1))
    await untilArrived(2)
    expect(arrived).toEqual([
      { topic: telemetryTopic(journey.deviceId), payload: readings[0], qos: 1 },
      { topic: telemetryTopic(journey.deviceId), payload: readings.slice(1), qos: 1 },
    ])
  })

  it('under load have every message acknowledged, each with a time of its own', async () => {
    arrived.length = 0
    const plan = { devices: 7, perSecond: 1000, seconds: 0.5, prefix: 'l', startMs: 1_700_000_000_000 }
    const result = await runLoad(publisher, plan, AbortSignal.timeout(20_000))
    expect(result).toMatchObject({ sent: 500, acknowledged: 500, failed: 0 })
    await untilArrived(500)
    const keys = arrived.map(({ topic, payload }) => `${topic} ${(payload as SimulatedReading).recordedAt}`)
    expect(new Set(keys).size).toBe(500)
  })
})

it('A broker that is not there is said so in one line.', async () => {
  await expect(openPublisher({ url: 'mqtt://127.0.0.1:1' })).rejects.toThrow('the broker at mqtt://127.0.0.1:1 cannot be reached')
})
