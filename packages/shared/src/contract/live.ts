import Type from 'typebox'
import { Bbox, Id, Instant, Lat, Lon } from './common.ts'

/**
 * `GET /v1/live` is a stream of server-sent events. It begins with `snapshot` (a MapView of the box); after that
 * `positions` (many at once), `shipment` (a summary that changed or came into the box) and `alert` follow as they happen.
 * A client that cannot keep up is disconnected; EventSource connects again and gets a new snapshot.
 */
export const LiveQuery = Type.Object({
  bbox: Type.Optional(Bbox),
  zoom: Type.Optional(Type.Integer({ minimum: 0, maximum: 22, description: 'of the clusters; without it, one that suits the box' })),
})

export const LivePosition = Type.Object({
  shipmentId: Id,
  lat: Lat,
  lon: Lon,
  recordedAt: Instant,
  speedKmh: Type.Union([Type.Number(), Type.Null()]),
  headingDeg: Type.Union([Type.Number(), Type.Null()]),
})
export type LivePosition = Type.Static<typeof LivePosition>

export const LivePositions = Type.Array(LivePosition)
export type LivePositions = Type.Static<typeof LivePositions>
