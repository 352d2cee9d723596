import Type from 'typebox'
import { disputeMoves } from '../domain/claim.ts'
import { channels } from '../domain/customs-channel.ts'
import { customsStates } from '../domain/customs-entry.ts'
import { modes } from '../domain/mode.ts'
import { evidenceSources, partnerAspects, partnerDocumentKinds, partnerRoles } from '../domain/partner.ts'
import { qualificationReasonCodes, qualificationStatuses } from '../domain/partner-qualification.ts'
import { shipmentStates } from '../domain/shipment-state.ts'
import { purchaseOrderStates } from '../domain/stock.ts'
import { Country, Day, Id, Instant, nullable, PageQuery, pageOf } from './common.ts'
import { PartnerScorePoint } from './partner.ts'
import { PartnerCode } from './partner-code.ts'
import { PartnerDocument, Submission } from './partner-document.ts'
import { evidenceCodes } from './partner-evidence.ts'
import { Sku } from './product.ts'

// What a partner sees that signs in. Every field stands here because the partner needs it: no names of others, no addresses, no prices, no
// notes of staff, nothing of screenings. A test holds the list of fields.

const chance = Type.Number({ minimum: 0, maximum: 1 })
const facts = Type.Record(Type.String(), nullable(Type.Union([Type.String(), Type.Number()])))

export const PartnerProfile = Type.Object({
  code: PartnerCode,
  name: Type.String(),
  country: Country,
  roles: Type.Array(Type.Enum([...partnerRoles])),
  status: Type.Enum([...qualificationStatuses]),
  reasons: Type.Array(
    Type.Object({
      code: Type.Enum([...qualificationReasonCodes]),
      status: Type.Enum([...qualificationStatuses]),
      document: nullable(Type.Enum([...partnerDocumentKinds])),
      day: nullable(Type.String()),
    }),
    { description: 'of its documents, or that it is suspended; the worst first' },
  ),
  documents: Type.Array(PartnerDocument),
  submitted: Type.Array(Submission, { description: 'what it told of and does not count, or not yet, newest first' }),
})
export type PartnerProfile = Type.Static<typeof PartnerProfile>

export const PartnerOwnAspect = Type.Object({
  aspect: Type.Enum([...partnerAspects]),
  mean: Type.Number({ minimum: 0, maximum: 1, description: 'chance that the next one goes well' }),
  low: Type.Number({ minimum: 0, maximum: 1, description: 'nine in ten such chances lie between low and high' }),
  high: chance,
  observations: Type.Integer({ minimum: 1 }),
  bad: Type.Integer({ minimum: 0 }),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'of the whole score' }),
})
export const PartnerOwnScore = Type.Object({
  score: nullable(
    Type.Object({
      ...{ score: chance, low: chance, high: chance, at: Instant },
      before: nullable(Type.Number({ description: 'thirty days before, where it was known then' })),
    }),
  ),
  aspects: Type.Array(PartnerOwnAspect, { description: 'of which anything was seen' }),
  history: Type.Array(PartnerScorePoint, { description: 'of a year, oldest first' }),
})
export type PartnerOwnScore = Type.Static<typeof PartnerOwnScore>

export const PartnerOwnEvidence = Type.Object({
  id: Type.String(),
  aspect: Type.Enum([...partnerAspects]),
  isGood: Type.Boolean(),
  count: Type.Integer({ minimum: 1 }),
  at: Instant,
  source: Type.Enum([...evidenceSources]),
  code: Type.Enum([...evidenceCodes]),
  facts,
  shipment: nullable(Type.Object({ id: Id, trackingNumber: Type.String() }, { description: 'that it takes part in' })),
  order: nullable(Type.Object({ id: Id, number: Type.String() })),
  dispute: nullable(
    Type.Object(
      {
        ...{ id: Id, number: Type.String(), isOpen: Type.Boolean(), isUpheld: Type.Boolean() },
        may: Type.Array(Type.Enum([...disputeMoves]), { description: 'what the partner may make of it' }),
      },
      { description: 'where the partner said that it is wrong; upheld, it counts no longer' },
    ),
  ),
})
export type PartnerOwnEvidence = Type.Static<typeof PartnerOwnEvidence>
export const PartnerOwnEvidenceList = Type.Object({
  items: Type.Array(PartnerOwnEvidence, { description: 'newest first' }),
  total: Type.Integer({ description: 'that meet what was asked, the newest of which are given' }),
})
export type PartnerOwnEvidenceList = Type.Static<typeof PartnerOwnEvidenceList>

export const NewDispute = Type.Object(
  {
    evidenceId: Type.String({ minLength: 1, maxLength: 200, description: '`id` of a piece of evidence' }),
    description: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S', description: 'what is wrong with it' }),
  },
  { additionalProperties: false },
)
export type NewDispute = Type.Static<typeof NewDispute>
export const NewDisputeMove = Type.Object(
  {
    state: Type.Enum([...disputeMoves]),
    reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  },
  { additionalProperties: false },
)
export type NewDisputeMove = Type.Static<typeof NewDisputeMove>
export const OwnDispute = Type.Object({ number: Type.String() })
export type OwnDispute = Type.Static<typeof OwnDispute>

const Times = Type.Object({ planned: Instant, estimated: nullable(Instant), actual: nullable(Instant) })
export const PartnerPlace = Type.Object({
  name: nullable(Type.String({ description: 'null where somebody lives there' })),
  country: Country,
})
export type PartnerPlace = Type.Static<typeof PartnerPlace>
const journey = { origin: PartnerPlace, destination: PartnerPlace, departure: Times, arrival: Times }

export const PartnerShipment = Type.Object({
  id: Id,
  trackingNumber: Type.String(),
  state: Type.Enum([...shipmentStates]),
  as: Type.Array(Type.Enum([...partnerRoles]), { description: 'what the partner does for it' }),
  journey: nullable(Type.Object(journey, { description: 'from end to end, for who answers for all of it or supplies what is in it' })),
  legs: Type.Array(Type.Object({ sequence: Type.Integer(), mode: Type.Enum([...modes]), ...journey }), {
    description: 'that it carries, or that start from or end at its warehouse',
  }),
  entries: Type.Array(
    Type.Object({
      legSequence: Type.Integer(),
      country: Country,
      office: nullable(Type.String()),
      reference: nullable(Type.String()),
      state: Type.Enum([...customsStates]),
      channel: nullable(Type.Enum([...channels])),
      missing: Type.Array(Type.String(), { description: 'documents that are asked for and not there' }),
      lodgedAt: nullable(Instant),
      stateAt: nullable(Instant),
      lastFreeDay: nullable(Day),
    }),
    { description: 'that it declares' },
  ),
  orders: Type.Array(Type.Object({ id: Id, number: Type.String() }), { description: 'of its own that the shipment carries' }),
})
export type PartnerShipment = Type.Static<typeof PartnerShipment>
export const PartnerShipmentQuery = Type.Object({
  ...PageQuery,
  open: Type.Optional(Type.Boolean({ description: 'only those that are (true) or are not (false) under way or to come' })),
})
export const PartnerShipmentPage = pageOf(PartnerShipment)
export type PartnerShipmentPage = Type.Static<typeof PartnerShipmentPage>

export const PartnerOrder = Type.Object({
  id: Id,
  number: Type.String(),
  state: Type.Enum([...purchaseOrderStates]),
  warehouseName: Type.String(),
  country: Country,
  orderedAt: nullable(Instant),
  lines: Type.Array(
    Type.Object({
      product: Sku,
      productName: Type.String(),
      quantity: Type.Integer(),
      received: Type.Integer(),
      expectedAt: Type.String({ format: 'date-time', description: 'as planned' }),
      confirmed: nullable(
        Type.Object({
          day: Day,
          recordedAt: Instant,
          by: nullable(Type.String({ description: 'who of the partner said so' })),
          counts: Type.Boolean({ description: 'false where it was agreed otherwise since' }),
        }),
      ),
    }),
  ),
})
export type PartnerOrder = Type.Static<typeof PartnerOrder>
export const PartnerOrderList = Type.Object({ items: Type.Array(PartnerOrder, { description: 'what is expected first comes first' }) })
export type PartnerOrderList = Type.Static<typeof PartnerOrderList>

export const OrderConfirmation = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        { product: Sku, day: Type.String({ format: 'date', description: 'on which it comes, where the warehouse is' }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 500 },
    ),
  },
  { additionalProperties: false },
)
export type OrderConfirmation = Type.Static<typeof OrderConfirmation>

const Units = Type.Number({ minimum: 0 })
export const PartnerDemand = Type.Object({
  product: Sku,
  productName: Type.String(),
  warehouseName: Type.String(),
  country: Country,
  computedAt: Instant,
  weeks: Type.Array(
    Type.Object({
      from: Day,
      until: Type.String({ format: 'date', description: 'its last day' }),
      mean: Units,
      p10: Type.Number({ minimum: 0, description: 'one week in ten asks for less' }),
      p50: Units,
      p90: Type.Number({ minimum: 0, description: 'one week in ten asks for more' }),
    }),
  ),
})
export type PartnerDemand = Type.Static<typeof PartnerDemand>
export const PartnerDemandList = Type.Object({ items: Type.Array(PartnerDemand, { description: 'by product and warehouse' }) })
export type PartnerDemandList = Type.Static<typeof PartnerDemandList>
