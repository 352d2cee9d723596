import Type from 'typebox'
import { issueCodes } from '../issue/sentences.ts'

/** ISO 8601 with offset or `Z`. */
export const Instant = Type.String({ format: 'date-time', description: 'ISO 8601 instant, UTC' })
export const Id = Type.String({ format: 'uuid' })
export const Lat = Type.Number({ minimum: -90, maximum: 90, description: 'WGS 84 latitude, degrees' })
export const Lon = Type.Number({ minimum: -180, maximum: 180, description: 'WGS 84 longitude, degrees' })
export const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' })

/** A day of the calendar where the thing happens. */
export const Day = Type.String({ format: 'date', description: 'ISO 8601 date' })

export const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

/** Longitude first, as GeoJSON has it. */
export const LonLat = Type.Tuple([Lon, Lat], { description: '[longitude, latitude] in WGS 84 degrees' })
export type LonLat = Type.Static<typeof LonLat>

/** Minor units: cents for EUR, yen for JPY. The currency by ISO 4217. */
export const Money = Type.Object({ minorUnits: Type.Integer(), currency: Type.String() })

export const IdParams = Type.Object({ id: Id })

/** Every list answers in pages: pass `nextCursor` back as `cursor` to get the next one. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: '`nextCursor` of the page before' })),
}

export const pageOf = <Item extends Type.TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), nextCursor: Type.Union([Type.String(), Type.Null()]) })

export const Bbox = Type.String({
  pattern: '^-?\\d+(\\.\\d+)?(,-?\\d+(\\.\\d+)?){3}$',
  description: 'west,south,east,north in degrees; west > east crosses the antimeridian',
})

const ProblemIssue = Type.Object({
  path: Type.String({ description: 'A JSON pointer, or a line and a column of a file' }),
  message: Type.String({ description: 'What is wrong, in English' }),
  code: Type.Optional(Type.String({ description: `Stable, and meant for programs: ${issueCodes.join(', ')}; others may follow` })),
  params: Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), { description: 'What the message names, by what it is' }),
  ),
})

/** RFC 9457. `code` is stable and meant for programs, `detail` for people. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(ProblemIssue)),
  },
  { $id: 'Problem' },
)
export type Problem = Type.Static<typeof Problem>
