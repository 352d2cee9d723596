import { randomUUID } from 'node:crypto'
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
    id: randomUUID(),
    receivedAt: delivery.firstReceivedAt ?? receivedAt,
    topic: delivery.topic,
    payload: isWhole ? payload : payload.subarray(0, keptOfOversizedBytes),
    reason,
    detail: isWhole ? detail : `${detail ?? ''} (${payload.length} bytes, the first ${keptOfOversizedBytes} are kept)`,
    deviceId,
    whole: isWhole,
  }
}
