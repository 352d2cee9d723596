import Type from 'typebox'
import { type Area as AreaValue, pointsMost, radiusLimitsM, widthLimitsM } from '../domain/area.ts'
import { LonLat } from './common.ts'

const Circle = Type.Object(
  {
    shape: Type.Literal('circle'),
    centre: LonLat,
    radiusM: Type.Number({ minimum: radiusLimitsM.least, maximum: radiusLimitsM.most }),
  },
  { additionalProperties: false },
)
const Polygon = Type.Object(
  {
    shape: Type.Literal('polygon'),
    ring: Type.Array(LonLat, {
      minItems: 3,
      maxItems: pointsMost,
      description:
        'as in GeoJSON: the last point is the first, and it runs counterclockwise; what is given otherwise is closed and turned. Edges take the shorter way over ±180°',
    }),
  },
  { additionalProperties: false },
)
const Corridor = Type.Object(
  {
    shape: Type.Literal('corridor'),
    line: Type.Array(LonLat, { minItems: 2, maxItems: pointsMost }),
    widthM: Type.Number({ minimum: widthLimitsM.least, maximum: widthLimitsM.most, description: 'from side to side' }),
  },
  { additionalProperties: false },
)

/** With the discriminator, what is wrong is said of the shape that was meant, and not of all three. */
export const Area = Type.Unsafe<AreaValue>({
  type: 'object',
  discriminator: { propertyName: 'shape' },
  oneOf: [Circle, Polygon, Corridor],
})
export type Area = AreaValue

const Geometry = Type.Object({ type: Type.String(), coordinates: Type.Unknown() })

/** GeoJSON (RFC 7946). A circle is a Point with `radiusM`, a corridor a LineString with `widthM`. */
export const FeatureCollection = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      id: Type.Optional(Type.Union([Type.String(), Type.Number()])),
      geometry: Geometry,
      properties: Type.Record(Type.String(), Type.Unknown()),
    }),
    { minItems: 1, maxItems: 500 },
  ),
})
export type FeatureCollection = Type.Static<typeof FeatureCollection>

/** What an import made. */
export const Imported = Type.Object({ imported: Type.Integer({ minimum: 0 }) })
export type Imported = Type.Static<typeof Imported>
