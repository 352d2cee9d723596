import type { Reason } from '../rejection.ts'

/** What a device says, under Lading's names and units. Anything at all until the step `validate` has seen it. */
export type Claim = {
  values: unknown
  /** The claim alone in the device's own format, where its message holds several. */
  part?: unknown
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
  /** How its topics begin. */
  prefix: string
  decode: (topic: string, payload: Buffer) => Decoded
}
