import Type from 'typebox'
import { claimStates } from '../domain/claim.ts'
import {
  evidenceSources,
  hitStates,
  identifierKinds,
  partnerAspects,
  partnerChangeKinds,
  partnerDocumentKinds,
  partnerRoles,
  submissionStates,
} from '../domain/partner.ts'
import { qualificationReasonCodes, qualificationStatuses } from '../domain/partner-qualification.ts'
import { Country, Day, Id, Instant, nullable, PageQuery, pageOf } from './common.ts'

const chance = Type.Number({ minimum: 0, maximum: 1 })
const facts = Type.Record(Type.String(), nullable(Type.Union([Type.String(), Type.Number()])))
export const PartnerCode = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$', description: 'a name of yours for it, for addresses' })
export const PartnerParams = Type.Object({ code: PartnerCode })
const Name = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })
const Note = Type.String({ maxLength: 500 })

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

export const PartnerDocument = Type.Object({
  id: Id,
  kind: Type.Enum([...partnerDocumentKinds]),
  number: nullable(Type.String()),
  validFrom: nullable(Day),
  validUntil: nullable(Day),
})
export type PartnerDocument = Type.Static<typeof PartnerDocument>

export const NewPartnerDocument = Type.Object(
  {
    kind: Type.Enum([...partnerDocumentKinds]),
    number: Type.Optional(nullable(Type.String({ maxLength: 60 }))),
    validFrom: Type.Optional(nullable(Day)),
    validUntil: Type.Optional(Type.Union([Day, Type.Null()], { description: 'its last day; without one it lasts' })),
  },
  { additionalProperties: false },
)
export type NewPartnerDocument = Type.Static<typeof NewPartnerDocument>

/** What somebody of a partner tells of a document of its own. */
export const NewSubmission = Type.Object(
  {
    ...NewPartnerDocument.properties,
    note: Type.Optional(Type.String({ maxLength: 500, description: 'where it can be seen, or what there is to know of it' })),
  },
  { additionalProperties: false },
)
export type NewSubmission = Type.Static<typeof NewSubmission>

export const Submission = Type.Object({
  ...PartnerDocument.properties,
  note: nullable(Type.String()),
  submittedAt: Instant,
  state: Type.Enum([...submissionStates]),
  reason: nullable(Type.String({ description: 'why it was refused' })),
})
export type Submission = Type.Static<typeof Submission>

export const SubmissionList = Type.Object({
  items: Type.Array(Type.Object({ ...Submission.properties, partner: Type.Object({ code: PartnerCode, name: Type.String() }) }), {
    description: 'on which nobody has decided, oldest first',
  }),
})
export type SubmissionList = Type.Static<typeof SubmissionList>

export const SubmissionDecision = Type.Object(
  {
    state: Type.Enum(['accepted', 'refused']),
    reason: Type.Optional(Type.String({ maxLength: 500, description: 'has to be given with refused; the partner reads it' })),
  },
  { additionalProperties: false },
)
export type SubmissionDecision = Type.Static<typeof SubmissionDecision>

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

export const ScreeningHit = Type.Object({
  id: Id,
  partner: PartnerCode,
  partnerName: Type.String({ description: 'the name of the partner that is like it' }),
  list: Type.String(),
  ref: Type.String({ description: 'of the entry in that list' }),
  listName: Type.String({ description: 'the name on the list' }),
  note: nullable(Type.String({ description: 'what the list says of it' })),
  similarity: chance,
  state: Type.Enum([...hitStates]),
  foundAt: Instant,
  isListed: Type.Boolean({ description: 'false once the list does not have it any more' }),
  decidedAt: nullable(Instant),
  decidedBy: nullable(Id),
  decisionNote: nullable(Type.String()),
})
export type ScreeningHit = Type.Static<typeof ScreeningHit>

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

export const evidenceCodes = [
  'leg-on-time',
  'leg-late',
  'leg-overdue',
  'leg-calm',
  'leg-excursion',
  'leg-heard',
  'leg-silent',
  'history-on-time',
  'history-late',
  'shipment-on-time',
  'shipment-late',
  'order-in-full',
  'order-late',
  'order-short',
  'order-overdue',
  'documents-complete',
  'documents-asked',
  'recorded-good',
  'recorded-bad',
  'claim-upheld',
  'claim-late',
  'claim-in-time',
] as const
export type EvidenceCode = (typeof evidenceCodes)[number]

/** One thing that a score rests on. */
export const PartnerEvidence = Type.Object({
  id: Type.String(),
  aspect: Type.Enum([...partnerAspects]),
  isGood: Type.Boolean(),
  count: Type.Integer({ minimum: 1, description: 'of things alike' }),
  at: Instant,
  source: Type.Enum([...evidenceSources]),
  code: Type.Enum([...evidenceCodes]),
  facts,
  shipment: nullable(Type.Object({ id: Id, trackingNumber: Type.String() })),
  order: nullable(Type.Object({ id: Id, number: Type.String() })),
  note: nullable(Type.String()),
  claim: nullable(Type.Object({ id: Id, number: Type.String() }, { description: 'that it comes from' })),
  dispute: nullable(
    Type.Object(
      { claim: Id, number: Type.String(), state: Type.Enum([...claimStates]), isUpheld: Type.Boolean(), isOpen: Type.Boolean() },
      { description: 'the last claim that it is wrong; upheld, it counts no longer' },
    ),
  ),
})
export type PartnerEvidence = Type.Static<typeof PartnerEvidence>

export const EvidenceQuery = Type.Object({
  aspect: Type.Optional(Type.Enum([...partnerAspects])),
  bad: Type.Optional(Type.Boolean({ description: 'only what went wrong (true), or only what went well (false)' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
})
export const PartnerEvidenceList = Type.Object({
  items: Type.Array(PartnerEvidence, { description: 'newest first' }),
  total: Type.Integer({ description: 'that meet what was asked, the newest of which are given' }),
})
export type PartnerEvidenceList = Type.Static<typeof PartnerEvidenceList>

/** What somebody knows of a partner that the platform does not see: payments, disputes, damage. */
export const NewPartnerEvidence = Type.Object(
  {
    aspect: Type.Enum([...partnerAspects]),
    isGood: Type.Boolean(),
    count: Type.Integer({ minimum: 1, maximum: 1000, default: 1 }),
    at: Type.Optional(Instant),
    shipmentId: Type.Optional(Id),
    orderId: Type.Optional(Id),
    note: Type.Optional(Note),
    externalId: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'yours; told twice it counts once' })),
  },
  { additionalProperties: false },
)
export type NewPartnerEvidence = Type.Static<typeof NewPartnerEvidence>
export const RecordedEvidence = Type.Object({ recorded: Type.Integer({ description: '0 where it was known' }) })

export const ImportedPartners = Type.Object({
  partners: Type.Integer({ description: 'in the file' }),
  imported: Type.Integer({ description: 'that are new or differ from what was known' }),
})
export type ImportedPartners = Type.Static<typeof ImportedPartners>
export const ImportedPartnerEvidence = Type.Object({ rows: Type.Integer(), imported: Type.Integer({ description: 'that were not known' }) })
export type ImportedPartnerEvidence = Type.Static<typeof ImportedPartnerEvidence>

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
