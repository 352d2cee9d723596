import Type from 'typebox'
import { partnerDocumentKinds, submissionStates } from '../domain/partner.ts'
import { Day, Id, Instant, nullable } from './common.ts'
import { PartnerCode } from './partner-code.ts'

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
