import { telemetryTopic } from '@lading/shared/contract/telemetry'
import { connectAsync } from 'mqtt'
import type { SimulatedReading } from '../device/reading-at.ts'
import { UsageError } from '../usage-error.ts'

/** Publishes as devices do, with QoS 1: what is sent resolves once the broker has it. */
export type Publisher = {
  connected: () => boolean
  /** One reading as it is, several as an array. */
  readings: (deviceId: string, readings: SimulatedReading[]) => Promise<void>
  raw: (topic: string, payload: string) => Promise<void>
  close: () => Promise<void>
}

type Options = { url: string; username?: string; password?: string; onTrouble?: (message: string) => void }

/** One connection for all devices of a simulation; it connects again by itself. */
export const openPublisher = async ({ url, username, password, onTrouble = () => {} }: Options): Promise<Publisher> => {
  const client = await connectAsync(url, { username, password, clean: true, reconnectPeriod: 1000, connectTimeout: 10_000 }, false).catch(
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
    connected: () => client.connected,
    readings: (deviceId, readings) => raw(telemetryTopic(deviceId), JSON.stringify(readings.length === 1 ? readings[0] : readings)),
    raw,
    close: async () => {
      closing = true
      // Without a connection nobody would answer a farewell.
      await client.endAsync(!client.connected)
    },
  }
}
