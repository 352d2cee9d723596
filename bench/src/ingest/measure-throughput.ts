import { setTimeout as sleep } from 'node:timers/promises'
import { startNode } from '../platform/node-process.ts'
import type { BareTask } from './bare-subscriber.ts'
import type { Platform } from './platform.ts'
import { preparePublishers } from './publishers.ts'

const bareSubscriber = new URL('./bare-subscriber.ts', import.meta.url)
const bareApi = new URL('./bare-api.ts', import.meta.url)
// Where the platform's own login may publish.
const bareTopics = 'live/bare/'
const deadlineMs = 120_000

// Each round reports a time of its own, well in the past, so that no reading is one of an earlier round.
let nextRoundMs = Date.now() - 30 * 24 * 3600 * 1000
const newRound = (messages: number) => {
  const startMs = nextRoundMs
  nextRoundMs += messages
  return startMs
}

/** Messages a second from the first one published to the last one stored. */
export const measureStored = async ({ target, ingest, storedBetween }: Platform, messages: number) => {
  const startMs = newRound(messages)
  const publish = await preparePublishers(target, { messages, startMs })
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

/** Messages a second of the same publishers into something that does no work with them. */
export const measureBare = async (platform: Platform, messages: number) => {
  const { target } = platform
  const bare = await (target.protocol === 'mqtt' ? startSubscriber(platform, messages) : startBareApi())
  const publish = await preparePublishers({ ...target, ...bare.target }, { messages, startMs: 0 })
  const taken = bare.taken()
  const began = performance.now()
  await Promise.all([publish(), taken])
  const seconds = (performance.now() - began) / 1000
  await bare.stop()
  return messages / seconds
}

/** An mqtt.js subscriber, on topics that ingest does not listen to. */
const startSubscriber = async ({ mqttUrl: url, protocolVersion, login }: Platform, messages: number) => {
  const task: BareTask = { url, protocolVersion, login, messages, filter: `${bareTopics}+/telemetry` }
  const subscriber = await startNode(bareSubscriber, [JSON.stringify(task)])
  return { target: { topicPrefix: bareTopics }, taken: subscriber.nextLine, stop: subscriber.stop }
}

/** What it has answered it has taken. */
const startBareApi = async () => {
  const api = await startNode(bareApi, [])
  return { target: { url: api.said }, taken: async () => {}, stop: api.stop }
}
