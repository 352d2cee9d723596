import type { Reading } from '@lading/shared/domain/reading'
import type { Claim } from '../codecs/codec.ts'
import type { Delivery } from '../delivery.ts'
import type { Rejection } from '../rejection.ts'

/** What one device says, and the message that says it. */
export type DeviceClaim = Claim & { delivery: Delivery; deviceId: string }

/** A reading, and the message it came from: what a later rejection keeps. */
export type Arrival = { reading: Reading; delivery: Delivery; part?: unknown }

/** Messages on their way through the steps. Every step moves some of them on and rejects the others with a reason. */
export type Batch = {
  deliveries: Delivery[]
  claims: DeviceClaim[]
  arrivals: Arrival[]
  rejections: Rejection[]
  ignored: number
}

/** A step that looks something up may be waited for, and may fail when what it asks is away: then it is run again. */
export type Step = (batch: Batch) => Batch | Promise<Batch>

export const beginBatch = (deliveries: Delivery[]): Batch => ({ deliveries, claims: [], arrivals: [], rejections: [], ignored: 0 })
