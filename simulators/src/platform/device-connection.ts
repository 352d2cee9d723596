import mqtt, { type ErrorWithReasonCode, type MqttClient } from 'mqtt'
import { UsageError } from '../usage-error.ts'

/** With what a device signs in at the broker: its name is its user name and its client id. */
export type DeviceLogin = { id: string; secret: string }

export type DeviceConnection = {
  isOpen: () => boolean
  /** QoS 1: resolves once the broker has it, rejects when the connection ends before. */
  publish: (topic: string, payload: string) => Promise<void>
  close: () => Promise<void>
}

export class BrokerUnreachable extends UsageError {}
/** The broker is there and does not want this device: a wrong secret, or a device that was revoked. */
export class DeviceRefused extends UsageError {}

/** A device's own connection. It is over with the first loss; whoever needs it then opens another one. */
export const connectDevice = async (url: string, { id, secret }: DeviceLogin): Promise<DeviceConnection> => {
  const login = { username: id, password: secret, clientId: id }
  const client = mqtt.connect(url, { ...login, clean: true, reconnectPeriod: 0, connectTimeout: 10_000 })
  await answered(client).catch((error: ErrorWithReasonCode & NodeJS.ErrnoException) => {
    client.end(true)
    if (refusals.includes(Number(error.code))) throw new DeviceRefused(`the broker refuses ${id}: ${error.message}`, { cause: error })
    throw new BrokerUnreachable(`the broker at ${url} cannot be reached: ${error.message || error.code}`, { cause: error })
  })
  const waiting = new Set<(error: Error) => void>()
  const endAll = (error: Error) => {
    for (const reject of waiting) reject(error)
  }
  client.on('error', endAll)
  client.on('close', () => endAll(new BrokerUnreachable('the broker closed the connection')))
  return {
    isOpen: () => client.connected,
    publish: (topic, payload) =>
      new Promise<void>((resolve, reject) => {
        waiting.add(reject)
        client
          .publishAsync(topic, payload, { qos: 1 })
          .then(() => resolve(), reject)
          .finally(() => waiting.delete(reject))
      }),
    // Without a connection nobody would answer a farewell.
    close: () => client.endAsync(!client.connected),
  }
}

// A connection may also close without an error, which `connectAsync` would wait through.
const answered = (client: MqttClient) =>
  new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve())
    client.on('error', reject)
    client.once('close', () => reject(new Error('it closed the connection')))
  })

// Of MQTT 3.1.1: identifier rejected, bad user name or password, not authorized.
const refusals = [2, 4, 5]
