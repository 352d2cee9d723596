import { telemetryTopic } from '@lading/shared/contract/telemetry'
import type { Message } from './message.ts'

/** So many that none reports more often than a device would, even when a backlog comes in at once. */
export const deviceCount = 500

export const deviceName = (number: number) => `proof-${String(number).padStart(3, '0')}`

export const fleet = Array.from({ length: deviceCount }, (_, number) => deviceName(number))

/**
 * Message `number` of a fleet on the road: no two of them have device and time in common. A second lies between two
 * reports of a device, and 8 m, so that nothing about them is implausible.
 */
export const createMessages =
  (startMs: number) =>
  (number: number, more: Record<string, unknown> = {}): Message => {
    const device = number % deviceCount
    const report = Math.floor(number / deviceCount)
    const deviceId = deviceName(device)
    const recordedAtMs = startMs + report * 1_000
    const reading = {
      recordedAt: recordedAtMs,
      lat: 40 + device / 50 + report * 0.00007,
      lon: 5 + device / 50,
      speedKmh: 28,
      temperatureC: 4 + (report % 20) / 10,
      batteryPct: 80,
      ...more,
    }
    return { deviceId, recordedAtMs, topic: telemetryTopic(deviceId), payload: Buffer.from(JSON.stringify(reading)) }
  }
