import { createHash } from 'node:crypto'
import type { DeadLetter } from '@lading/store/postgres/dead-letter/keep'
import type { Delivery } from './delivery.ts'

/** Why a message or a part of it is kept as a dead letter. Few and stable: they are counted. `detail` says the rest. */
export const reasons = [
  'bad-device-id',
  'clock-far-past',
  'clock-in-future',
  'codec-failed',
  'encrypted',
  'flood',
  'frozen-fix',
  'impossible-jump',
  'incomplete-position',
  'missing-field',
  'no-codec',
  'not-decoded',
  'not-json',
  'out-of-range',
  'oversized',
  'refused-by-store',
  'simulated',
  'too-many-readings',
  'unknown-device',
  'wrong-type',
  'zero-island',
] as const
export type Reason = (typeof reasons)[number]

export type Rejection = {
  delivery: Delivery
  part?: unknown
  reason: Reason
  detail?: string | undefined
  deviceId?: string | undefined
  /** How far ahead the device's clock is, where that is the reason. */
  clockSkewS?: number
  /** What the reading says besides its doubtful position is stored. */
  isPartStored?: boolean
}

// Beyond this a payload is nothing a device sends in earnest: its beginning says enough.
const keptWholeBytes = 1_048_576
const keptOfOversizedBytes = 1_024

/**
 * Everything that was rejected is kept so that it can go through again after a fix: a part alone is a message of its own
 * in the device's format.
 */
export const toDeadLetter = ({ delivery, part, reason, detail, deviceId }: Rejection, receivedAt: Date): DeadLetter => {
  const payload = part === undefined ? delivery.payload : Buffer.from(JSON.stringify(part))
  const isWhole = payload.length <= keptWholeBytes
  return {
    id: letterId(delivery.topic, payload, reason),
    receivedAt: delivery.kept?.receivedAt ?? receivedAt,
    times: delivery.kept?.times,
    topic: delivery.topic,
    payload: isWhole ? payload : payload.subarray(0, keptOfOversizedBytes),
    reason,
    detail: isWhole ? detail : `${detail ?? ''} (${payload.length} bytes, the first ${keptOfOversizedBytes} are kept)`,
    deviceId,
    whole: isWhole,
  }
}

/**
 * The same message, rejected again for the same reason, is the same letter: a crash between keeping and acknowledging it, or
 * several processes that hear it, keep it once. A UUID of version 8 (RFC 9562), which is free to be made like this.
 */
const letterId = (topic: string, payload: Buffer, reason: Reason) => {
  const hash = createHash('sha256').update(`${reason}\n${topic}\n`).update(payload).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
}
