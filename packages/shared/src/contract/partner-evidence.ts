import Type from 'typebox'
import { claimStates } from '../domain/claim.ts'
import { evidenceSources, partnerAspects } from '../domain/partner.ts'
import { Id, Instant, nullable } from './common.ts'

const facts = Type.Record(Type.String(), nullable(Type.Union([Type.String(), Type.Number()])))

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
    note: Type.Optional(Type.String({ maxLength: 500 })),
    externalId: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'yours; told twice it counts once' })),
  },
  { additionalProperties: false },
)
export type NewPartnerEvidence = Type.Static<typeof NewPartnerEvidence>
export const RecordedEvidence = Type.Object({ recorded: Type.Integer({ description: '0 where it was known' }) })

export const ImportedPartnerEvidence = Type.Object({ rows: Type.Integer(), imported: Type.Integer({ description: 'that were not known' }) })
export type ImportedPartnerEvidence = Type.Static<typeof ImportedPartnerEvidence>
