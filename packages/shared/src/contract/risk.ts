import Type from 'typebox'
import { severities } from '../domain/alert.ts'
import { partyRoles } from '../domain/party.ts'
import { countryEventKinds, evidenceCodes, evidenceSources, reportClaims, riskGroups, riskKinds } from '../domain/risk.ts'
import { Country, Day, Id, Instant, nullable, PageQuery, pageOf } from './common.ts'
import { Person } from './geofence.ts'

const share = Type.Number({ minimum: 0, maximum: 1 })
const Kind = Type.Enum([...riskKinds])
const Probability = nullable(
  Type.Number({
    minimum: 0,
    maximum: 1,
    description: 'that the promise is broken, with all that is known; null where nothing was promised',
  }),
)
const Base = nullable(Type.Number({ minimum: 0, maximum: 1, description: 'by the arrival interval alone' }))
const Scores = Type.Object(Object.fromEntries(riskKinds.map((kind) => [kind, share])) as Record<(typeof riskKinds)[number], typeof share>, {
  description: 'how much speaks against the promise by each kind: 1 − 1/ratio of the odds with and without it',
})

export const RiskEvidence = Type.Object({
  what: Type.Enum([...evidenceCodes]),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
  weight: Type.Number({ minimum: 0, description: 'logarithm of how much more likely it is seen where the promise is broken' }),
  confidence: share,
  at: Instant,
  halfLifeHours: nullable(Type.Number({ description: 'after which it says half as much; null: as long as it is there' })),
  inArrival: Type.Boolean({ description: 'the arrival time has it in it already, so it does not count again' }),
  source: Type.Object({ type: Type.Enum([...evidenceSources]), id: Type.String() }, { description: 'what it rests on' }),
})

export type RiskEvidence = Type.Static<typeof RiskEvidence>

const Removal = Type.Object({
  kind: Kind,
  evidence: nullable(Type.Integer({ minimum: 0, description: 'its place in the list; null: all of the kind' })),
  probability: Type.Number({ minimum: 0, maximum: 1, description: 'what would be left' }),
})

/** What a party says of a shipment, to be held against what sensors and others say. */
export const ShipmentReport = Type.Object({
  id: Id,
  claim: Type.Enum([...reportClaims]),
  eventTime: Instant,
  recordTime: Instant,
  role: Type.Enum([...partyRoles]),
  party: Type.String(),
  legSequence: nullable(Type.Integer({ minimum: 1 })),
  temperatureC: nullable(Type.Number()),
  reference: nullable(Type.String()),
  recordedBy: Person,
  settledAt: nullable(Type.String({ format: 'date-time', description: 'when somebody found out; it is evidence no longer' })),
})
export type ShipmentReport = Type.Static<typeof ShipmentReport>

export const NewShipmentReport = Type.Object(
  {
    claim: Type.Enum([...reportClaims]),
    eventTime: Type.Optional(
      Type.String({ format: 'date-time', description: 'when it is said to have been so; now where it is left out' }),
    ),
    role: Type.Enum([...partyRoles]),
    party: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    legSequence: Type.Optional(Type.Integer({ minimum: 1, description: 'needed where it departed or arrived' })),
    temperatureC: Type.Optional(Type.Number({ minimum: -100, maximum: 100, description: 'needed where a temperature is claimed' })),
    reference: Type.Optional(Type.String({ maxLength: 120, description: 'the number of theirs' })),
  },
  { additionalProperties: false },
)
export type NewShipmentReport = Type.Static<typeof NewShipmentReport>
export const ReportParams = Type.Object({ id: Id, reportId: Id })

export const ShipmentRisk = Type.Object({
  shipmentId: Id,
  computedAt: nullable(Type.String({ format: 'date-time', description: 'null: not yet, or the shipment is not under way any more' })),
  base: Base,
  probability: Probability,
  scores: Scores,
  evidence: Type.Array(RiskEvidence, { description: 'the strongest first' }),
  removals: Type.Array(Removal, { description: 'what would help most first' }),
  reports: Type.Array(ShipmentReport, { description: 'all that parties said, oldest first' }),
  history: Type.Array(Type.Object({ at: Instant, base: Base, probability: Probability, scores: Scores }), { description: 'oldest first' }),
})
export type ShipmentRisk = Type.Static<typeof ShipmentRisk>

export const RiskQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  kind: Type.Optional(Type.Enum([...riskKinds], { description: 'the worst by this kind first' })),
  origin: Type.Optional(Type.String({ maxLength: 40, description: 'code of a place' })),
  destination: Type.Optional(Type.String({ maxLength: 40, description: 'code of a place' })),
})
export const ListedRisk = Type.Object({
  shipmentId: Id,
  trackingNumber: Type.String(),
  origin: Type.Object({ code: Type.String(), name: Type.String(), country: Country }),
  destination: Type.Object({ code: Type.String(), name: Type.String(), country: Country }),
  promisedAt: nullable(Instant),
  computedAt: Instant,
  base: Base,
  probability: Probability,
  scores: Scores,
  top: nullable(RiskEvidence),
})
export type ListedRisk = Type.Static<typeof ListedRisk>
export const RiskList = Type.Object({ items: Type.Array(ListedRisk, { description: 'the worst first' }) })

export const RiskGroupQuery = Type.Object({ by: Type.Enum([...riskGroups]) })
export const RiskGroupItem = Type.Object({
  key: Type.String({ description: 'codes of two places with a > between, of one place, or role/name' }),
  name: Type.String(),
  shipments: Type.Integer({ minimum: 1 }),
  expectedBroken: Type.Number({
    minimum: 0,
    description: 'how many promises will be broken, as it is expected: the sum of the probabilities',
  }),
  promised: Type.Integer({ minimum: 0, description: 'shipments with a promise' }),
  worst: share,
  scores: Type.Object(Object.fromEntries(riskKinds.map((kind) => [kind, share])) as Record<(typeof riskKinds)[number], typeof share>, {
    description: 'the mean of its shipments',
  }),
})
export type RiskGroupItem = Type.Static<typeof RiskGroupItem>
export const RiskGroups = Type.Object({ items: Type.Array(RiskGroupItem, { description: 'with most promises at stake first' }) })

export const RiskReliability = Type.Object({
  aheadHours: Type.Number({ description: 'what was told so long before the arrival is looked at; one of each shipment' }),
  cases: Type.Integer({ minimum: 0 }),
  enough: Type.Boolean({ description: 'fewer cases claim nothing' }),
  bins: Type.Array(
    Type.Object({
      ...{ from: share, until: share, cases: Type.Integer({ minimum: 0 }) },
      ...{ told: nullable(share), broken: nullable(share), interval: nullable(Type.Object({ from: share, until: share })) },
    }),
  ),
  brier: nullable(Type.Number({ description: 'mean squared error of the probability' })),
  brierOfBase: nullable(Type.Number({ description: 'the same of the arrival interval alone' })),
})
export type RiskReliability = Type.Static<typeof RiskReliability>

export const CountryIndex = Type.Object({
  ...{
    name: Type.String(),
    country: Country,
    of: Day,
    value: Type.Number(),
    best: Type.Number(),
    worst: Type.Number(),
    source: Type.String(),
  },
  importedAt: Instant,
})
export type CountryIndex = Type.Static<typeof CountryIndex>
export const CountryIndices = Type.Object({ items: Type.Array(CountryIndex, { description: 'of each index and country the newest' }) })
export const CountryIndexQuery = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S', description: 'of the index' }),
  source: Type.String({ minLength: 1, maxLength: 300, pattern: '\\S', description: 'who publishes it, and where' }),
  of: Type.String({ format: 'date', description: 'the day that the figures are of' }),
  best: Type.Number({ description: 'the safe end of its scale' }),
  worst: Type.Number({ description: 'the other end; may be the lower one' }),
})
export type CountryIndexQuery = Type.Static<typeof CountryIndexQuery>
export const CountryIndexValues = Type.Object(
  {
    items: Type.Array(
      Type.Object({ country: Type.String({ minLength: 2, maxLength: 3 }), value: Type.Number() }, { additionalProperties: false }),
      { maxItems: 500 },
    ),
  },
  { additionalProperties: false },
)
export const ImportedIndices = Type.Object({ imported: Type.Integer({ minimum: 0, description: 'countries' }) })
export type ImportedIndices = Type.Static<typeof ImportedIndices>

const eventFields = {
  country: Country,
  kind: Type.Enum([...countryEventKinds]),
  severity: Type.Enum([...severities]),
  title: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  validFrom: Instant,
  validUntil: nullable(Type.String({ format: 'date-time', description: 'null: until somebody says otherwise' })),
}
const told = {
  source: nullable(Type.String({ maxLength: 120, description: 'who says so' })),
  reference: nullable(Type.String({ maxLength: 500, description: 'where it can be read' })),
  note: nullable(Type.String({ maxLength: 2000 })),
}
/** What happens in a country for a time. */
export const CountryEvent = Type.Object({
  ...{ id: Id, ...eventFields, ...told },
  version: Type.Integer({ minimum: 1, description: 'to be given back with a change, so that nobody undoes another’s unseen' }),
  ...{ createdAt: Instant, createdBy: Person, updatedAt: Instant, updatedBy: Person },
})
export type CountryEvent = Type.Static<typeof CountryEvent>
export const NewCountryEvent = Type.Object(
  {
    ...eventFields,
    validFrom: Type.Optional(Type.String({ format: 'date-time', description: 'now, where it is left out' })),
    validUntil: Type.Optional(eventFields.validUntil),
    ...Type.Partial(Type.Object(told)).properties,
  },
  { additionalProperties: false },
)
export type NewCountryEvent = Type.Static<typeof NewCountryEvent>
export const CountryEventChange = Type.Object(
  {
    version: Type.Integer({ minimum: 1, description: 'the `version` that was looked at' }),
    ...Type.Partial(Type.Object({ ...eventFields, ...told })).properties,
  },
  { additionalProperties: false },
)
export type CountryEventChange = Type.Static<typeof CountryEventChange>
export const ImportedEvents = Type.Object({
  events: Type.Integer({ minimum: 1, description: 'in the file' }),
  imported: Type.Integer({ minimum: 0, description: 'of these; the others were known' }),
})
export type ImportedEvents = Type.Static<typeof ImportedEvents>
export const CountryEventQuery = Type.Object(PageQuery)
export const CountryEventPage = pageOf(CountryEvent)
export type CountryEventPage = Type.Static<typeof CountryEventPage>
