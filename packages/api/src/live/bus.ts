import { randomUUID } from 'node:crypto'
import { platformClientPrefix } from '@lading/shared/broker/names'
import { liveTopics } from '@lading/shared/live/topics'
import { within } from '@lading/shared/within'
import type { FastifyBaseLogger } from 'fastify'
import mqtt from 'mqtt'

export type BusListener = {
  onMessage: (topic: string, payload: Buffer) => void
  /** Connected, for the first time or again: what was said in between was missed. */
  onConnect: () => void
}

/** The way to the broker. Live updates are sent at most once: what is published while it is away is lost, and nobody waits for it. */
export type Bus = {
  connected: () => boolean
  publish: (topic: string, message: unknown) => void
  /** At least once: resolves when the broker has acknowledged it, and rejects where it has not within ten seconds. */
  deliver: (topic: string, message: unknown) => Promise<void>
  listen: (listener: BusListener) => void
  close: () => Promise<void>
}

const deliveryMs = 10_000

type Options = { url: string; username?: string; password?: string; ca?: Buffer | undefined; log: FastifyBaseLogger }

/** Connects in the background and again whenever the connection is lost; a broker that is away never stops the api. */
export const openBus = ({ url, username, password, ca, log }: Options): Bus => {
  const client = mqtt.connect(url, {
    username,
    password,
    ...(ca && { ca }),
    clientId: `${platformClientPrefix}api-${randomUUID()}`,
    clean: true,
    reconnectPeriod: 2_000,
    // A refusal may be over in a minute, such as a broker that cannot ask who we are.
    reconnectOnConnackError: true,
    connectTimeout: 10_000,
    queueQoSZero: false,
  })
  const listeners: BusListener[] = []
  let away = false
  client.on('connect', () => {
    if (away) log.info('the broker is back')
    away = false
    client.subscribe(liveTopics.all, { qos: 0 }, (error) => {
      if (error) return log.error({ err: error }, 'live updates cannot be subscribed to')
      for (const { onConnect } of listeners) onConnect()
    })
  })
  const reportOnce = (error?: Error) => {
    if (!away) log.warn({ err: error }, 'the broker does not answer; live updates pause until it does')
    away = true
  }
  client.on('error', reportOnce)
  client.on('close', () => client.disconnecting || reportOnce())
  client.on('message', (topic, payload) => {
    for (const { onMessage } of listeners) onMessage(topic, payload)
  })
  return {
    connected: () => client.connected,
    publish: (topic, message) => {
      if (client.connected) client.publish(topic, JSON.stringify(message), { qos: 0 })
    },
    deliver: async (topic, message) => {
      if (!client.connected) throw new Error('the broker is away')
      await within(deliveryMs, client.publishAsync(topic, JSON.stringify(message), { qos: 1 }))
    },
    listen: (listener) => {
      listeners.push(listener)
    },
    close: () => client.endAsync(true),
  }
}
