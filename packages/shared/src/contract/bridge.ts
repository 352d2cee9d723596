import Type from 'typebox'
import { namePattern } from './device.ts'

const TopicFilters = Type.Array(Type.String({ minLength: 1, maxLength: 1000 }), {
  minItems: 1,
  maxItems: 100,
  description: 'what it may publish under, such as `v3/fleet@ttn/devices/+/up`; the first level is a name',
})
export const BridgeName = Type.String({
  pattern: namePattern,
  description: 'the name under which it signs in; no device has the same',
})

/** An account at the broker that publishes for many devices, under topics that need not name them. */
export const Bridge = Type.Object({
  name: BridgeName,
  topicFilters: TopicFilters,
  createdAt: Type.String({ format: 'date-time', description: 'wall time' }),
  revokedAt: Type.Union([Type.String({ format: 'date-time', description: 'since when it may not connect; wall time' }), Type.Null()]),
})
export type Bridge = Type.Static<typeof Bridge>

export const NewBridge = Type.Object({ name: BridgeName, topicFilters: TopicFilters }, { additionalProperties: false })
export type NewBridge = Type.Static<typeof NewBridge>

export const BridgeChange = Type.Object({ topicFilters: TopicFilters }, { additionalProperties: false })
export type BridgeChange = Type.Static<typeof BridgeChange>

/** `secret` is shown here once and never again: Lading keeps only its hash. */
export const BridgeSecret = Type.Object({ name: BridgeName, secret: Type.String() })
export type BridgeSecret = Type.Static<typeof BridgeSecret>
