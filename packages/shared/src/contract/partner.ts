import Type from 'typebox'
import { identifierKinds, partnerAspects, partnerChangeKinds, partnerDocumentKinds, partnerRoles } from '../domain/partner.ts'
import { qualificationReasonCodes, qualificationStatuses } from '../domain/partner-qualification.ts'
import { Country, Day, Id, Instant, nullable, PageQuery, pageOf } from './common.ts'
import { PartnerCode } from './partner-code.ts'
import { PartnerDocument, Submission } from './partner-document.ts'
import { ScreeningHit } from './sanctions.ts'

const chance = Type.Number({ minimum: 0, maximum: 1 })
const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })

const fields = {
  name: Name,
  aliases: Type.Array(Name, {
    maxItems: 20,
    uniqueItems: true,
    description: 'other names by which legs, orders, parties and declarations know it; case and spaces around do not matter',
  }),
  country: Country,
  roles: Type.Array(Type.Enum([...partnerRoles]), { minItems: 1, maxItems: partnerRoles.length, uniqueItems: true }),
  identifiers: Type.Array(
    Type.Object(
      { kind: Type.Enum([...identifierKinds]), value: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }) },
      { additionalProperties: false },
    ),
    { maxItems: 20 },
  ),
  reviewDue: nullable(Day),
}

export const NewPartner = Type.Object(
  {
    name: fields.name,
    country: fields.country,
    roles: fields.roles,
    aliases: Type.Optional(fields.aliases),
    identifiers: Type.Optional(fields.identifiers),
    reviewDue: Type.Optional(fields.reviewDue),
  },
  { additionalProperties: false },
)
export type NewPartner = Type.Static<typeof NewPartner>

export const QualificationReason = Type.Object({
  code: Type.Enum([...qualificationReasonCodes]),
  status: Type.Enum([...qualificationStatuses], { description: 'what this reason alone would make of it' }),
  document: nullable(Type.Enum([...partnerDocumentKinds])),
  day: nullable(Type.String()),
  count: nullable(Type.Integer()),
})

export const AspectScore = Type.Object({
  aspect: Type.Enum([...partnerAspects]),
  mean: Type.Number({ minimum: 0, maximum: 1, description: 'chance that the next one goes well' }),
  low: Type.Number({ minimum: 0, maximum: 1, description: 'nine in ten such chances lie between low and high' }),
  high: chance,
  kindMean: Type.Number({
    minimum: 0,
    maximum: 1,
    description: 'what is believed of others of the kind, and of it before anything is seen',
  }),
  observations: Type.Integer({ minimum: 0 }),
  weight: Type.Number({ minimum: 0, description: 'as how many they count by now' }),
  bad: Type.Integer({ minimum: 0 }),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'of the whole score' }),
  contribution: Type.Number({ description: 'by how much it moves the whole score from that of the kind' }),
})
export type AspectScore = Type.Static<typeof AspectScore>

const scoreFields = { score: chance, low: chance, high: chance, kindScore: chance, at: Instant }
export const PartnerScorePoint = Type.Object({ at: Instant, score: chance, low: chance, high: chance })
export type PartnerScorePoint = Type.Static<typeof PartnerScorePoint>

export const ListedPartner = Type.Object({
  code: PartnerCode,
  ...fields,
  qualification: Type.Object({
    status: Type.Enum([...qualificationStatuses]),
    reasons: Type.Array(QualificationReason, { description: 'the worst first' }),
    nextExpiry: nullable(Type.String({ description: 'the last day of the document that ends first' })),
  }),
  suspended: nullable(Type.Object({ since: Instant, reason: Type.String() })),
  score: nullable(
    Type.Object({
      ...scoreFields,
      before: nullable(Type.Number({ description: 'thirty days before, where it was known then' })),
    }),
  ),
})
export type ListedPartner = Type.Static<typeof ListedPartner>
export const PartnerQuery = Type.Object({
  ...PageQuery,
  q: Type.Optional(Type.String({ maxLength: 100, description: 'part of the name, of an alias or of the code' })),
  role: Type.Optional(Type.Enum([...partnerRoles])),
  status: Type.Optional(Type.Enum([...qualificationStatuses])),
})
export type PartnerQuery = Type.Static<typeof PartnerQuery>
export const PartnerList = Type.Object({
  ...pageOf(ListedPartner).properties,
  total: Type.Integer({ description: 'of all pages together' }),
})
export type PartnerList = Type.Static<typeof PartnerList>

export const PartnerChange = Type.Object({
  at: Instant,
  by: nullable(Id),
  kind: Type.Enum([...partnerChangeKinds]),
  changes: Type.Record(Type.String(), Type.Unknown(), {
    description: 'what became of what: of each field [before, after], or what it was about',
  }),
})
export type PartnerChange = Type.Static<typeof PartnerChange>

export const PartnerDetail = Type.Object({
  ...ListedPartner.properties,
  documents: Type.Array(PartnerDocument),
  submitted: Type.Array(Submission, {
    description: 'what it told of itself and nobody has decided on, or was refused and not told of again, newest first',
  }),
  aspects: Type.Array(AspectScore),
  scores: Type.Array(PartnerScorePoint, { description: 'of the last year, oldest first' }),
  hits: Type.Array(ScreeningHit),
  history: Type.Array(PartnerChange, { description: 'newest first, at most 200' }),
})
export type PartnerDetail = Type.Static<typeof PartnerDetail>

export const Suspension = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' }) },
  { additionalProperties: false },
)

export const ImportedPartners = Type.Object({
  partners: Type.Integer({ description: 'in the file' }),
  imported: Type.Integer({ description: 'that are new or differ from what was known' }),
})
export type ImportedPartners = Type.Static<typeof ImportedPartners>
