import Type from 'typebox'
import { Id, Instant, Lat, Lon, PageQuery, pageOf } from './common.ts'

/** How whoever signs in at the broker may be called. */
export const namePattern = '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$'

export const DeviceId = Type.String({
  pattern: namePattern,
  description: 'the name under which the device publishes; an OwnTracks device is `user:device`',
})

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

/** What became of everything the device sent since it was registered, in readings. */
export const DeviceLedger = Type.Object({
  received: Type.Integer(),
  stored: Type.Integer(),
  quarantined: Type.Integer({ description: 'well formed and still not to be believed, such as impossible jumps' }),
  rejected: Type.Record(Type.String(), Type.Integer(), { description: 'dead letters by reason, the quarantined ones included' }),
  late: Type.Integer({ description: 'stored, but older than what was known already' }),
  repeated: Type.Integer({ description: 'there already' }),
  lastReceivedAt: Type.String({ format: 'date-time', description: 'wall time' }),
  clockSkewS: nullable(Type.Number({ description: 'device time minus time of arrival of its last reading, seconds' })),
})
export type DeviceLedger = Type.Static<typeof DeviceLedger>

export const Device = Type.Object({
  id: DeviceId,
  label: nullable(Type.String()),
  reportIntervalS: Type.Integer({ minimum: 1, description: 'how often it is expected to report' }),
  lastSeenAt: nullable(Instant),
  position: nullable(Type.Object({ lat: Lat, lon: Lon, recordedAt: Instant })),
  batteryPct: nullable(Type.Number()),
  shipmentId: nullable(Id),
  registeredAt: Instant,
  revokedAt: nullable(Type.String({ format: 'date-time', description: 'since when it may not connect; wall time' })),
  ledger: nullable(DeviceLedger),
})
export type Device = Type.Static<typeof Device>

export const NewDevice = Type.Object(
  {
    id: DeviceId,
    label: Type.Optional(Type.String({ maxLength: 120 })),
    reportIntervalS: Type.Optional(Type.Integer({ minimum: 1, maximum: 7 * 24 * 3600, default: 900 })),
  },
  { additionalProperties: false },
)
export type NewDevice = Type.Static<typeof NewDevice>

/** `secret` is shown here once and never again: Lading keeps only its hash. */
export const RegisteredDevice = Type.Object({ id: DeviceId, secret: Type.String(), topic: Type.String() })
export type RegisteredDevice = Type.Static<typeof RegisteredDevice>

/** Whose readings a gateway, which is a device itself, may publish besides its own. The list as a whole. */
export const GatewayDevices = Type.Object({ deviceIds: Type.Array(DeviceId, { maxItems: 10_000 }) }, { additionalProperties: false })
export type GatewayDevices = Type.Static<typeof GatewayDevices>

/** The devices that carry others. */
export const Gateways = Type.Array(
  Type.Object({
    id: DeviceId,
    label: nullable(Type.String()),
    deviceIds: Type.Array(DeviceId),
    revokedAt: nullable(Type.String({ format: 'date-time', description: 'since when it may not connect; wall time' })),
  }),
)
export type Gateways = Type.Static<typeof Gateways>

/** From `from` on (now where missing) the device's readings belong to the shipment, until it is assigned elsewhere. */
export const NewAssignment = Type.Object(
  { shipmentId: Id, from: Type.Optional(Instant), until: Type.Optional(Instant) },
  { additionalProperties: false },
)
export type NewAssignment = Type.Static<typeof NewAssignment>

export const Assignment = Type.Object({ deviceId: DeviceId, shipmentId: Id, from: Instant, until: nullable(Instant) })
export type Assignment = Type.Static<typeof Assignment>

/**
 * silent: never reported, or not for four of its intervals and half an hour. quarantined: within the last day something it
 * said was not believed. skewed: its clock is a minute ahead or a quarter of an hour behind. Revoked devices are none of these.
 */
export const deviceHealths = ['silent', 'never-seen', 'low-battery', 'quarantined', 'skewed', 'revoked'] as const

export const DeviceQuery = Type.Object({
  ...PageQuery,
  q: Type.Optional(Type.String({ maxLength: 100 })),
  health: Type.Optional(Type.Enum([...deviceHealths], { description: 'only devices that need a look for this reason' })),
})
export const DevicePage = pageOf(Device)
export type DevicePage = Type.Static<typeof DevicePage>
