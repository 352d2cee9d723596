import type { Reason } from '../rejection.ts'

/** What a device says, under Lading's names and units. Anything at all until the step `validate` has seen it. */
export type Claim = {
  values: unknown
  /** The claim alone in the device's own format, where its message holds several. */
  part?: unknown
  /** Kept by the device while it was offline: stored, and never the latest that is known of it. */
  isHistorical?: boolean
}

export type Decoded =
  | { outcome: 'claims'; deviceId: string; claims: Claim[] }
  /** Rightly sent, and nothing that says where or how goods are. */
  | { outcome: 'ignore' }
  | { outcome: 'reject'; reason: Reason; detail?: string; deviceId?: string }

/** One device format. */
export type Codec = {
  name: string
  /** What ingest subscribes to for it. */
  filters: string[]
  /** Its messages are understood only by who gets all of them: processes that share the load do not share these. */
  unshared?: true
  /** Whether it reads messages of this topic. */
  reads: (topic: string) => boolean
  decode: (topic: string, payload: Buffer) => Decoded
}
