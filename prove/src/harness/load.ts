import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import mqtt from 'mqtt'
import type { Ledger } from './ledger.ts'
import type { Message } from './message.ts'

type Options = {
  url: string
  ledger: Ledger
  messages: Iterable<Message>
  perSecond: number
  /** Sent and not acknowledged at the most: devices keep few. */
  window: number
  /** When everything must have been acknowledged. */
  deadlineMs?: number
}

const clientCount = 4
const tickMs = 10

/** Devices that publish at a steady pace, QoS 1, and send again after a reconnect what the broker has not acknowledged. */
export const startLoad = ({ url, ledger, messages, perSecond, window, deadlineMs = 150_000 }: Options) => {
  // Two loads at once must not take each other's connections.
  const name = `proof-${randomUUID().slice(0, 8)}`
  const clients = Array.from({ length: clientCount }, (_, number) =>
    mqtt.connect(url, { clientId: `${name}-${number}`, reconnectPeriod: 250, keepalive: 5 }),
  )
  // A broker that is away is what many scenarios are about.
  for (const client of clients) client.on('error', () => {})

  let sent = 0
  let acknowledged = 0
  let failure: Error | undefined
  const startedAt = performance.now()

  const publish = (message: Message) => {
    // One connection a device, so that its messages stay in order.
    const client = clients[hash(message.deviceId) % clientCount]
    client?.publish(message.topic, message.payload, { qos: 1 }, (error) => {
      if (!error) {
        ledger.acknowledge(message)
        acknowledged += 1
      }
      // mqtt.js repeats by itself, but for what waited behind its repetitions when the connection broke again.
      else if (error.message === 'Connection closed' && !client.disconnecting) publish(message)
      else failure ??= error
    })
  }

  const run = async () => {
    let due = 0
    for (const message of messages) {
      while (due <= 0 || sent - acknowledged >= window) {
        check()
        await sleep(tickMs)
        due = Math.min(due + (perSecond * tickMs) / 1_000, perSecond)
      }
      due -= 1
      ledger.send(message)
      sent += 1
      publish(message)
    }
    while (acknowledged < sent) {
      check()
      await sleep(tickMs)
    }
    for (const client of clients) await client.endAsync()
  }

  const check = () => {
    if (failure) throw new Error(`devices cannot publish: ${failure.message}`, { cause: failure })
    if (performance.now() - startedAt > deadlineMs) throw new Error(`the broker acknowledged ${acknowledged} of ${sent} messages in time`)
  }

  const done = run().catch((error) => {
    for (const client of clients) client.end(true)
    throw error
  })
  // Whoever awaits `done` or `reached` hears of it.
  done.catch(() => {})

  return {
    /** Resolves when everything was sent and acknowledged. */
    done,
    /** Resolves when so many were acknowledged. */
    reached: async (count: number) => {
      while (acknowledged < count) {
        check()
        await sleep(tickMs)
      }
    },
    /** Gives up what was not acknowledged, where a scenario ends before its devices do. */
    stop: async () => {
      failure ??= new Error('the scenario has ended')
      for (const client of clients) client.end(true)
    },
  }
}

const hash = (text: string) => {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) >>> 0
  return sum
}
