import Type from 'typebox'
import { Id, Instant, Lat, Lon, PageQuery, pageOf } from './common.ts'

export const DeviceId = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
  description: 'the name under which the device publishes; an OwnTracks device is `user:device`',
})

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

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

/** From `from` on (now where missing) the device's readings belong to the shipment, until it is assigned elsewhere. */
export const NewAssignment = Type.Object(
  { shipmentId: Id, from: Type.Optional(Instant), until: Type.Optional(Instant) },
  { additionalProperties: false },
)
export type NewAssignment = Type.Static<typeof NewAssignment>

export const Assignment = Type.Object({ deviceId: DeviceId, shipmentId: Id, from: Instant, until: nullable(Instant) })
export type Assignment = Type.Static<typeof Assignment>

export const DeviceQuery = Type.Object({ ...PageQuery, q: Type.Optional(Type.String({ maxLength: 100 })) })
export const DevicePage = pageOf(Device)
export type DevicePage = Type.Static<typeof DevicePage>
