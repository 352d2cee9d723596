import Type from 'typebox'
import { hitStates } from '../domain/partner.ts'
import { Country, Day, Id, Instant, nullable } from './common.ts'
import { PartnerCode } from './partner-code.ts'

const Note = Type.String({ maxLength: 500 })

export const ScreeningHit = Type.Object({
  id: Id,
  partner: PartnerCode,
  partnerName: Type.String({ description: 'the name of the partner that is like it' }),
  list: Type.String(),
  ref: Type.String({ description: 'of the entry in that list' }),
  listName: Type.String({ description: 'the name on the list' }),
  note: nullable(Type.String({ description: 'what the list says of it' })),
  similarity: Type.Number({ minimum: 0, maximum: 1 }),
  state: Type.Enum([...hitStates]),
  foundAt: Instant,
  isListed: Type.Boolean({ description: 'false once the list does not have it any more' }),
  decidedAt: nullable(Instant),
  decidedBy: nullable(Id),
  decisionNote: nullable(Type.String()),
})
export type ScreeningHit = Type.Static<typeof ScreeningHit>

export const SanctionsListCode = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' })
export const SanctionsList = Type.Object({
  code: SanctionsListCode,
  source: Type.String(),
  publishedOn: Day,
  importedAt: Instant,
  entries: Type.Integer(),
})
export type SanctionsList = Type.Static<typeof SanctionsList>
export const SanctionsLists = Type.Object({ items: Type.Array(SanctionsList) })
export type SanctionsLists = Type.Static<typeof SanctionsLists>

export const SanctionsSource = Type.Object({
  source: Type.String({ minLength: 1, maxLength: 200, description: 'whose list it is' }),
  publishedOn: Type.String({ format: 'date', description: 'the day of this version of it' }),
})
const Entry = Type.Object(
  {
    ref: Type.String({ minLength: 1, maxLength: 100, description: "the list's own number of it" }),
    name: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }),
    aliases: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }), { maxItems: 100 })),
    country: Type.Optional(nullable(Country)),
    note: Type.Optional(nullable(Note)),
  },
  { additionalProperties: false },
)
export const SanctionsEntries = Type.Object({ entries: Type.Array(Entry, { maxItems: 100_000 }) }, { additionalProperties: false })
export type SanctionsEntries = Type.Static<typeof SanctionsEntries>
export const ImportedSanctions = Type.Object({
  entries: Type.Integer(),
  hits: Type.Integer({ description: 'names like those of partners that nobody has decided on' }),
})
export type ImportedSanctions = Type.Static<typeof ImportedSanctions>

export const HitQuery = Type.Object({ state: Type.Optional(Type.Enum([...hitStates])) })
export const ScreeningHits = Type.Object({ items: Type.Array(ScreeningHit) })
export type ScreeningHits = Type.Static<typeof ScreeningHits>
export const HitDecision = Type.Object(
  { state: Type.Enum(['confirmed', 'false']), note: Type.Optional(Note) },
  { additionalProperties: false },
)
