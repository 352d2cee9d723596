import Type from 'typebox'
import { Bbox, Lat, Lon } from './common.ts'
import { ShipmentSummary } from './shipment.ts'

export const MapQuery = Type.Object({
  bbox: Type.Optional(Bbox),
  zoom: Type.Optional(Type.Integer({ minimum: 0, maximum: 22, default: 2 })),
})

/** Several shipments drawn as one: at the mean of their positions. */
export const Cluster = Type.Object({
  lat: Lat,
  lon: Lon,
  count: Type.Integer({ minimum: 2 }),
  openAlerts: Type.Integer({ minimum: 0 }),
})
export type Cluster = Type.Static<typeof Cluster>

/** What is in the box: one by one where the whole fleet is 20,000 or fewer, or the box has 2,000 or fewer of them, in clusters otherwise. */
export const MapView = Type.Object({
  shipments: Type.Array(ShipmentSummary),
  clusters: Type.Array(Cluster),
  total: Type.Integer({ minimum: 0 }),
})
export type MapView = Type.Static<typeof MapView>
