import { setTimeout as sleep } from 'node:timers/promises'
import { type LivePositionMessage, liveTopics } from '@lading/shared/live/topics'
import mqtt from 'mqtt'
import type { Platform } from './platform.ts'
import { preparePublishers } from './publishers.ts'

/**
 * Milliseconds from publishing a reading to hearing of its position on the live bus, which ingest tells of only after the
 * reading is stored: publish-to-stored and the way to a watcher on top. The device time of a reading is when it was sent.
 */
export const measureLatency = async (platform: Platform, { rate, seconds }: { rate: number; seconds: number }) => {
  const { mqttUrl, login, target, storedBetween } = platform
  const messages = rate * seconds
  const latencies: number[] = []
  const watcher = await mqtt.connectAsync(mqttUrl, { ...login, clientId: `lading-bench-${process.pid}` })
  watcher.on('message', (_, payload) => {
    const heardMs = Date.now()
    for (const { recordedAtMs } of JSON.parse(payload.toString()) as LivePositionMessage) latencies.push(heardMs - recordedAtMs)
  })
  await watcher.subscribeAsync(liveTopics.positions)
  const startMs = Date.now()
  const publish = await preparePublishers(target, { messages, startMs, rate })
  await publish()

  const stored = () => storedBetween(startMs, Date.now() + 1)
  for (let wait = 0; (await stored()) < messages && wait < 50; wait += 1) await sleep(100)
  await watcher.endAsync()
  latencies.sort((a, b) => a - b)
  const percentile = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN
  return { p50Ms: percentile(0.5), p99Ms: percentile(0.99), lost: messages - (await stored()) }
}
