import type { Reading } from '@lading/shared/domain/reading'
import type { DevicePast, KnownFix } from '@lading/store/postgres/device-latest/recall'
import type { Claim } from '../codecs/codec.ts'
import type { Delivery } from '../delivery.ts'
import type { Rejection } from '../rejection.ts'

/** What one device says, and the message that says it. */
export type DeviceClaim = Claim & { delivery: Delivery; deviceId: string }

/** A reading, and the message it came from: what a later rejection keeps. */
export type Arrival = { reading: Reading; delivery: Delivery } & Pick<Claim, 'part' | 'isHistorical'>

/** Messages on their way through the steps. Every step moves some of them on and rejects the others with a reason. */
export type Batch = {
  deliveries: Delivery[]
  claims: DeviceClaim[]
  arrivals: Arrival[]
  rejections: Rejection[]
  ignored: number
  /** What was known of the devices before the batch. */
  pasts: Map<string, DevicePast>
  /** By device, the newest fix that was taken for a jump and that nothing has contradicted yet. */
  doubts: Map<string, KnownFix>
  /** Devices of readings that are older than what was known, and of readings that were there already: one entry a reading. */
  late: string[]
  repeated: string[]
}

/** A step that looks something up may be waited for, and may fail when what it asks is away: then it is run again. */
export type Step = (batch: Batch) => Batch | Promise<Batch>

export const beginBatch = (deliveries: Delivery[]): Batch => ({
  deliveries,
  claims: [],
  arrivals: [],
  rejections: [],
  ignored: 0,
  pasts: new Map(),
  doubts: new Map(),
  late: [],
  repeated: [],
})
