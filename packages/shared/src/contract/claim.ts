import Type from 'typebox'
import {
  claimDeadlineStates,
  claimDecisions,
  claimEntryKinds,
  claimKinds,
  claimMoveStates,
  claimSides,
  claimStates,
} from '../domain/claim.ts'
import { Id, Instant, nullable, PageQuery, pageOf } from './common.ts'
import { PartnerCode } from './partner-code.ts'

const amount = {
  minorUnits: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'cents for EUR, yen for JPY' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
}
const Text = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hexadecimal' })

export const Claim = Type.Object({
  id: Id,
  number: Type.String(),
  kind: Type.Enum([...claimKinds], { description: 'score: the partner says that a piece of evidence against it is wrong' }),
  state: Type.Enum([...claimStates]),
  partner: Type.Object({ code: PartnerCode, name: Type.String() }),
  shipment: nullable(Type.Object({ id: Id, trackingNumber: Type.String() })),
  order: nullable(Type.Object({ id: Id, number: Type.String() })),
  evidenceId: nullable(Type.String()),
  claimed: nullable(Type.Object(amount)),
  offered: nullable(Type.Object(amount)),
  agreed: nullable(Type.Object(amount, { description: 'what it was upheld for' })),
  decision: nullable(Type.Enum([...claimDecisions])),
  decidedAt: nullable(Instant),
  description: Type.String(),
  openedAt: Instant,
  dueAt: nullable(Type.String({ format: 'date-time', description: 'until when the next move is due; null at the end' })),
  dueFrom: nullable(Type.Enum([...claimSides], { description: 'whose move that is' })),
  deadline: nullable(Type.Enum([...claimDeadlineStates])),
  lateAt: nullable(Type.String({ format: 'date-time', description: 'the first deadline that the respondent missed' })),
  next: Type.Array(Type.Object({ state: Type.Enum([...claimMoveStates]), side: Type.Enum([...claimSides]) }), {
    description: 'what it may become, and whose move that is',
  }),
  entries: Type.Integer({ minimum: 1, description: 'written down of it' }),
  head: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'the hash of the last entry' }),
})
export type Claim = Type.Static<typeof Claim>

export const ClaimEntry = Type.Object({
  sequence: Type.Integer({ minimum: 1 }),
  at: Instant,
  by: nullable(Type.String({ format: 'uuid', description: 'the person' })),
  partner: nullable(Type.String({ description: 'where the person spoke for a partner' })),
  kind: Type.Enum([...claimEntryKinds]),
  body: Type.Record(Type.String(), Type.Unknown()),
  previousHash: Hash,
  hash: Type.String({
    pattern: '^[0-9a-f]{64}$',
    description:
      'SHA-256 of the previous hash, a line feed, and the canonical JSON (RFC 8785) of { claim, sequence, at, by, partner, kind, body }',
  }),
})
export type ClaimEntry = Type.Static<typeof ClaimEntry>

export const ClaimDetail = Type.Object({ ...Claim.properties, chain: Type.Array(ClaimEntry, { description: 'in their order' }) })
export type ClaimDetail = Type.Static<typeof ClaimDetail>

export const NewClaim = Type.Object(
  {
    kind: Type.Enum([...claimKinds]),
    partner: PartnerCode,
    shipmentId: Type.Optional(Id),
    orderId: Type.Optional(Id),
    evidenceId: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'with score, and only then: `id` of the evidence that is disputed' }),
    ),
    claimed: Type.Optional(Type.Object(amount, { additionalProperties: false, description: 'with all kinds but score' })),
    description: Text,
    dueBy: Type.Optional(Type.String({ format: 'date-time', description: 'where another day than the usual one was agreed on' })),
  },
  { additionalProperties: false },
)
export type NewClaim = Type.Static<typeof NewClaim>

export const ClaimMove = Type.Object(
  {
    state: Type.Enum([...claimMoveStates]),
    reason: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 2000,
        pattern: '\\S',
        description: 'has to be given with offered, accepted, rejected, appealed and withdrawn',
      }),
    ),
    amount: Type.Optional(Type.Object(amount, { additionalProperties: false, description: 'with offered, and only then' })),
    dueBy: Type.Optional(Type.String({ format: 'date-time', description: 'where another day than the usual one was agreed on' })),
  },
  { additionalProperties: false },
)
export type ClaimMove = Type.Static<typeof ClaimMove>

export const ClaimComment = Type.Object({ text: Text }, { additionalProperties: false })

/** A piece of evidence that is kept elsewhere: its fingerprint shows later that it is the same. */
export const ClaimAttachment = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description: 'of a photo, a report, a letter' }),
    reference: Type.Optional(Type.String({ maxLength: 500, description: 'where it is kept' })),
    sha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'of its bytes' })),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
)
export type ClaimAttachment = Type.Static<typeof ClaimAttachment>

export const ClaimQuery = Type.Object({
  ...PageQuery,
  partner: Type.Optional(PartnerCode),
  state: Type.Optional(Type.Enum([...claimStates])),
  kind: Type.Optional(Type.Enum([...claimKinds])),
  shipmentId: Type.Optional(Id),
  orderId: Type.Optional(Id),
  open: Type.Optional(Type.Boolean({ description: 'only those that are not at their end (true), or only the others (false)' })),
  due: Type.Optional(Type.Boolean({ description: 'true: only those whose deadline is near or missed' })),
})
export type ClaimQuery = Type.Static<typeof ClaimQuery>
export const ClaimPage = pageOf(Claim)
export type ClaimPage = Type.Static<typeof ClaimPage>

export const ClaimVerifyQuery = Type.Object({
  head: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'a hash that somebody kept, such as the head of a pack: whether it is still part of the chain',
    }),
  ),
})
export const ClaimVerification = Type.Object({
  isIntact: Type.Boolean({ description: 'every entry is what was written, and the claim stands as they say' }),
  entries: Type.Integer(),
  head: nullable(Hash),
  firstWrong: nullable(Type.Integer({ description: 'the sequence of the first entry that is not what was written, or is missing' })),
  differs: Type.Array(Type.String(), { description: 'what stands in the claim otherwise than its entries say' }),
  wrongPacks: Type.Array(Type.Integer(), { description: 'entries whose pack is not the one that was noted' }),
  knowsHead: nullable(Type.Boolean({ description: 'null where no head was given' })),
})
export type ClaimVerification = Type.Static<typeof ClaimVerification>

export const ClaimPackParams = Type.Object({ id: Id, sequence: Type.Integer({ minimum: 1 }) })
