import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { connectAsync } from 'mqtt'
import type { SimulatedReading } from '../device/reading-at.ts'
import { UsageError } from '../usage-error.ts'
import type { DeviceLogin } from './device-connection.ts'
import { payloadOf } from './payload.ts'

/** Publishes as devices do, with QoS 1: what is sent resolves once the broker has it. */
export type Publisher = {
  readings: (deviceId: string, readings: SimulatedReading[]) => Promise<void>
  raw: (topic: string, payload: string) => Promise<void>
  close: () => Promise<void>
}

type Options = { url: string; device?: DeviceLogin; onTrouble?: (message: string) => void }

/** One connection, of a device that may be a gateway for others; it connects again by itself. */
export const openPublisher = async ({ url, device, onTrouble = () => {} }: Options): Promise<Publisher> => {
  const login = device && { username: device.id, password: device.secret, clientId: device.id }
  const client = await connectAsync(url, { ...login, clean: true, reconnectPeriod: 1000, connectTimeout: 10_000 }, false).catch(
    (error: Error) => {
      throw new UsageError(`the broker at ${url} cannot be reached: ${error.message || (error as NodeJS.ErrnoException).code}`, {
        cause: error,
      })
    },
  )
  let wasConnected = true
  let closing = false
  client.on('close', () => {
    if (wasConnected && !closing) onTrouble('the broker closed the connection; trying again')
    wasConnected = false
  })
  client.on('connect', () => {
    wasConnected = true
  })
  client.on('error', (error) => onTrouble(`the broker: ${error.message}`))
  const raw = async (topic: string, payload: string) => {
    await client.publishAsync(topic, payload, { qos: 1 })
  }
  return {
    readings: (deviceId, readings) => raw(telemetryTopic(deviceId), payloadOf(readings)),
    raw,
    close: async () => {
      closing = true
      // Without a connection nobody would answer a farewell.
      await client.endAsync(!client.connected)
    },
  }
}
