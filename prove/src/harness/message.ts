import { createHash } from 'node:crypto'

/** What a device says once. It is known again by its reading's device and time, or as a dead letter by topic and payload. */
export type Message = {
  topic: string
  payload: Buffer
  deviceId: string
  recordedAtMs?: number
  /** The only message of its device and topic, by which it is known again however many readings and dead letters it became. */
  isAlone?: boolean
  /** May rightly say nothing about goods, and then is neither stored nor a dead letter. */
  mayBeIgnored?: boolean
}

export const readingKey = (deviceId: string, recordedAtMs: number) => `${deviceId} ${recordedAtMs}`

export const letterKey = (topic: string, payload: Uint8Array) => `${topic} ${createHash('sha1').update(payload).digest('base64')}`
