import Type from 'typebox'
import { severities } from '../domain/alert.ts'
import { hazardKinds, hazardStates } from '../domain/hazard.ts'
import { hazardFeeds } from '../hazard-feed/told-hazard.ts'
import { Area } from './area.ts'
import { Id, Instant, nullable, PageQuery, pageOf } from './common.ts'
import { Person } from './geofence.ts'

const Title = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })
const Text = (maxLength: number, description: string) => Type.String({ maxLength, description })
const fields = {
  kind: Type.Enum([...hazardKinds]),
  severity: Type.Enum([...severities]),
  title: Title,
  area: Area,
  validFrom: Instant,
  validUntil: nullable(Type.String({ format: 'date-time', description: 'null: until somebody says otherwise' })),
}
const source = nullable(Text(120, 'who says so'))
const reference = nullable(Text(500, 'where it can be read: an address or a number of theirs'))
const note = nullable(Text(2000, 'what to do, or what is known'))

/** Something that endangers goods in an area for a time. */
export const Hazard = Type.Object({
  id: Id,
  ...fields,
  ...{ source, reference, note },
  version: Type.Integer({ minimum: 1, description: 'to be given back with a change, so that nobody undoes another’s unseen' }),
  createdAt: Instant,
  createdBy: Person,
  updatedAt: Instant,
  updatedBy: Person,
})
export type Hazard = Type.Static<typeof Hazard>

export const NewHazard = Type.Object(
  {
    ...fields,
    validFrom: Type.Optional(Type.String({ format: 'date-time', description: 'now, where it is left out' })),
    validUntil: Type.Optional(fields.validUntil),
    source: Type.Optional(source),
    reference: Type.Optional(reference),
    note: Type.Optional(note),
  },
  { additionalProperties: false },
)
export type NewHazard = Type.Static<typeof NewHazard>

/** Fields left out stay as they are. */
export const HazardChange = Type.Object(
  {
    version: Type.Integer({ minimum: 1, description: 'the `version` of the hazard that was looked at' }),
    ...Type.Partial(Type.Object({ ...fields, source, reference, note })).properties,
  },
  { additionalProperties: false },
)
export type HazardChange = Type.Static<typeof HazardChange>

/** What became of what a feed told; `left` says nothing that endangers goods. */
export const TakenFeed = Type.Object({
  feed: Type.Enum([...hazardFeeds]),
  added: Type.Integer(),
  changed: Type.Integer(),
  ended: Type.Integer(),
  unchanged: Type.Integer({ description: 'known already, over, or changed by people since' }),
  left: Type.Integer({ description: 'messages such as exercises and small earthquakes' }),
})
export type TakenFeed = Type.Static<typeof TakenFeed>

export const HazardQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(Type.Enum([...hazardStates]), { description: 'at this moment of platform time' })),
})
export const HazardPage = pageOf(Hazard)
export type HazardPage = Type.Static<typeof HazardPage>
