import { startAedes } from '@lading/services/aedes'
import mqtt from 'mqtt'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { openBus } from '../../src/live/bus.ts'

test('What is delivered has been acknowledged by the broker, and while there is none, nobody is told that it was.', async () => {
  const broker = await startAedes()
  const subscriber = await mqtt.connectAsync(broker.url)
  const heard: { topic: string; text: string; qos: number }[] = []
  subscriber.on('message', (topic, payload, { qos }) => heard.push({ topic, text: String(payload), qos }))
  await subscriber.subscribeAsync('lading/#', { qos: 1 })
  const bus = openBus({ url: broker.url, log: pino({ level: 'silent' }) })
  await vi.waitFor(() => expect(bus.connected()).toBe(true), { timeout: 10_000 })

  await bus.deliver('lading/v1/d/telemetry', [{ recordedAt: 1 }])
  await vi.waitFor(() => expect(heard).toEqual([{ topic: 'lading/v1/d/telemetry', text: '[{"recordedAt":1}]', qos: 1 }]))

  await subscriber.endAsync()
  await broker.stop()
  await vi.waitFor(() => expect(bus.connected()).toBe(false), { timeout: 10_000 })
  await expect(bus.deliver('lading/v1/d/telemetry', [])).rejects.toThrow('the broker is away')
  await bus.close()
})
