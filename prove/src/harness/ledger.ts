import type { Kept } from './kept.ts'
import { letterKey, type Message, readingKey } from './message.ts'

export type Balance = { sent: number; acknowledged: number; stored: number; deadLettered: number; lost: number; duplicates: number }

/** Every message that was sent, and whether the broker acknowledged it: one side of the comparison. */
export const createLedger = () => {
  const sent = new Set<Message>()
  const acknowledged = new Set<Message>()
  return {
    send: (message: Message) => sent.add(message),
    acknowledge: (message: Message) => acknowledged.add(message),
    acknowledgedSoFar: () => new Set(acknowledged),
    balance: (kept: Kept): Balance => {
      let stored = 0
      let deadLettered = 0
      let duplicates = 0
      for (const message of sent) {
        const { asReading, asLetters } = timesKept(kept, message)
        if (asReading) stored += 1
        else if (asLetters > 0) deadLettered += 1
        duplicates += Math.max(0, Number(asReading) + asLetters - 1)
      }
      const lost = missing(acknowledged, kept).length
      return { sent: sent.size, acknowledged: acknowledged.size, stored, deadLettered, lost, duplicates }
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>

/** Those of the messages that were neither stored nor kept as a dead letter, and should have been. */
export const missing = (messages: Set<Message>, kept: Kept) =>
  [...messages].filter((message) => !message.mayBeIgnored && !isKept(kept, message))

export const isKept = (kept: Kept, message: Message) => {
  const { asReading, asLetters } = timesKept(kept, message)
  return asReading || asLetters > 0
}

const timesKept = (kept: Kept, { deviceId, recordedAtMs, topic, payload, isAlone }: Message) => {
  if (isAlone) {
    const asReading = kept.devices.has(deviceId)
    return { asReading, asLetters: !asReading && kept.topics.has(topic) ? 1 : 0 }
  }
  return {
    asReading: recordedAtMs !== undefined && kept.readings.has(readingKey(deviceId, recordedAtMs)),
    asLetters: kept.letters.get(letterKey(topic, payload)) ?? 0,
  }
}
