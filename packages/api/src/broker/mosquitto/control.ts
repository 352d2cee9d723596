import { randomUUID } from 'node:crypto'
import { platformClientPrefix } from '@lading/shared/broker/names'
import { within } from '@lading/shared/within'
import { controlTopic } from '@lading/store/broker/mosquitto/own-accounts'
import type { FastifyBaseLogger } from 'fastify'
import mqtt from 'mqtt'

export type Command = { command: string; [detail: string]: unknown }
export type Answer = { command: string; error?: string; data?: unknown; correlationData?: string }

/** The way to Mosquitto's dynamic security plugin, which takes commands as messages. */
export type Control = {
  isReady: () => boolean
  /** One answer a command, in their order. Mosquitto carries them out together, with nothing in between. */
  ask: (commands: Command[]) => Promise<Answer[]>
  /** Ready for the first time, or again. */
  onReady: (listener: () => void) => void
  close: () => Promise<void>
}

const answerMs = 10_000

type Options = { url: string; username: string; password: string; ca?: Buffer | undefined; log: FastifyBaseLogger }

/** Connects in the background and again whenever the connection is lost. */
export const openControl = ({ url, username, password, ca, log }: Options): Control => {
  const client = mqtt.connect(url, {
    username,
    password,
    ...(ca && { ca }),
    clientId: `${platformClientPrefix}control-${randomUUID()}`,
    protocolVersion: 4,
    clean: true,
    reconnectPeriod: 1_000,
    reconnectOnConnackError: true,
    connectTimeout: 10_000,
    queueQoSZero: false,
  })
  const waiting = new Map<string, (answers: Answer[]) => void>()
  const listeners: (() => void)[] = []
  let ready = false
  let away = false

  client.on('connect', () => {
    client.subscribe(`${controlTopic}/response`, { qos: 0 }, (error) => {
      if (error) return log.error({ err: error }, `Mosquitto does not let ${username} manage who may connect`)
      if (away) log.info('Mosquitto can be told again who may connect')
      away = false
      ready = true
      for (const listener of listeners) listener()
    })
  })
  const reportOnce = (error?: Error) => {
    ready = false
    if (!away) log.warn({ err: error }, 'Mosquitto cannot be told who may connect; it is told everything when it is back')
    away = true
  }
  client.on('error', reportOnce)
  client.on('close', () => client.disconnecting || reportOnce())
  client.on('message', (_topic, payload) => {
    // Mosquitto sends its answers to whoever may hear them: they may be another process's.
    const { responses } = JSON.parse(payload.toString()) as { responses: Answer[] }
    waiting.get(responses[0]?.correlationData ?? '')?.(responses)
  })

  return {
    isReady: () => ready,
    ask: async (commands) => {
      if (!ready) throw new Error('Mosquitto is away')
      if (commands.length === 0) return []
      const correlationData = randomUUID()
      try {
        return await within(
          answerMs,
          new Promise<Answer[]>((resolve, reject) => {
            waiting.set(correlationData, resolve)
            const payload = JSON.stringify({ commands: commands.map((command) => ({ ...command, correlationData })) })
            client.publish(controlTopic, payload, { qos: 0 }, (error) => error && reject(error))
          }),
        )
      } finally {
        waiting.delete(correlationData)
      }
    },
    onReady: (listener) => {
      listeners.push(listener)
    },
    close: () => client.endAsync(true),
  }
}
