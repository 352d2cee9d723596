import Type from 'typebox'
import { Instant } from './common.ts'

export const NewTrackingLink = Type.Object(
  { days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, default: 60, description: 'wall-clock days until it expires' })) },
  { additionalProperties: false },
)

/** A link carries 128 random bits and expires; whoever has it sees the tracking page of one shipment. */
export const TrackingLink = Type.Object({ url: Type.String({ format: 'uri' }), expiresAt: Instant })
export type TrackingLink = Type.Static<typeof TrackingLink>

/** What the tracking page's map may know: the position is coarse until the parcel is out for delivery. */
export const TrackingMap = Type.Object({
  route: Type.Array(Type.Array(Type.Tuple([Type.Number(), Type.Number()])), { description: 'one coarse line of [lon, lat] a leg' }),
  position: Type.Union([Type.Null(), Type.Object({ lat: Type.Number(), lon: Type.Number() })]),
})
export type TrackingMap = Type.Static<typeof TrackingMap>
