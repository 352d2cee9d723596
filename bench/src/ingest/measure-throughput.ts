import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Platform } from './platform.ts'
import { preparePublishers } from './publishers.ts'

const bareSubscriber = fileURLToPath(new URL('./bare-subscriber.ts', import.meta.url))
const deadlineMs = 120_000

// Each round reports a time of its own, well in the past, so that no reading is one of an earlier round.
let nextRoundMs = Date.now() - 30 * 24 * 3600 * 1000
const newRound = (messages: number) => {
  const startMs = nextRoundMs
  nextRoundMs += messages
  return startMs
}

/** Messages a second from the first one published to the last one stored. */
export const measureStored = async ({ mqttUrl, ingest, storedBetween }: Platform, messages: number) => {
  const startMs = newRound(messages)
  const publish = await preparePublishers({ url: mqttUrl, topicPrefix: 'lading/v1/', messages, startMs })
  const before = await ingest.metrics()
  const began = performance.now()
  const published = publish()
  let now = before
  while (now.stored - before.stored < messages && performance.now() - began < deadlineMs) {
    await sleep(100)
    now = await ingest.metrics()
  }
  const seconds = (performance.now() - began) / 1000
  await published
  const lost = messages - (await storedBetween(startMs, startMs + messages))
  return { perSecond: (messages - lost) / seconds, cpuSeconds: now.cpuSeconds - before.cpuSeconds, lost }
}

/** Messages a second of the same publishers into a subscriber with no work, on topics that ingest does not listen to. */
export const measureBare = async ({ mqttUrl }: Platform, messages: number) => {
  const subscriber = spawn(process.execPath, [bareSubscriber, mqttUrl, 'bare/+/telemetry', String(messages)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(subscriber.stdout, 'data')
  const publish = await preparePublishers({ url: mqttUrl, topicPrefix: 'bare/', messages, startMs: 0 })
  const done = once(subscriber.stdout, 'data')
  const began = performance.now()
  await Promise.all([publish(), done])
  return messages / ((performance.now() - began) / 1000)
}
