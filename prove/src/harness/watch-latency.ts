import { type LivePositionMessage, liveTopics } from '@lading/shared/live/topics'
import mqtt from 'mqtt'
import { type Message, readingKey } from './message.ts'

/**
 * Milliseconds from handing a message to its connection to hearing on the live bus that its device has moved, which is told
 * when it is stored.
 */
export const watchLatency = async (url: string) => {
  const sentAt = new Map<string, number>()
  let latencies: number[] = []
  const watcher = await mqtt.connectAsync(url)
  watcher.on('message', (_, payload) => {
    const now = performance.now()
    for (const { deviceId, recordedAtMs } of JSON.parse(payload.toString()) as LivePositionMessage) {
      const at = sentAt.get(readingKey(deviceId, recordedAtMs))
      if (at !== undefined) latencies.push(now - at)
    }
  })
  await watcher.subscribeAsync(liveTopics.positions)
  return {
    /** The same messages, noting when each is taken to be sent. */
    of: function* (messages: Iterable<Message>): Iterable<Message> {
      for (const message of messages) {
        if (message.recordedAtMs !== undefined) sentAt.set(readingKey(message.deviceId, message.recordedAtMs), performance.now())
        yield message
      }
    },
    /** What 99 % of those heard of since the last time were faster than. */
    p99Ms: () => {
      const sorted = latencies.toSorted((a, b) => a - b)
      latencies = []
      return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN
    },
    stop: () => watcher.endAsync(),
  }
}
