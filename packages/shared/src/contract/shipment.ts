import Type from 'typebox'
import { alertKinds } from '../domain/alert.ts'
import { incoterms } from '../domain/incoterm.ts'
import { modes } from '../domain/mode.ts'
import { partyRoles } from '../domain/party.ts'
import { promiseStates } from '../domain/promise.ts'
import { riskKinds } from '../domain/risk.ts'
import { riskLevels } from '../domain/risk-level.ts'
import { saidStates, shipmentStates } from '../domain/shipment-state.ts'
import { Alert } from './alert.ts'
import { Bbox, Country, Id, Instant, Lat, Lon, LonLat, PageQuery, pageOf } from './common.ts'
import { CustomsEntry, CustomsStanding } from './customs.ts'
import { EtaExplanation, MissProbability } from './eta.ts'
import { GeofenceVisit } from './geofence.ts'
import { Location } from './location.ts'
import { Milestone } from './milestone.ts'

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const Position = Type.Object({
  lat: Lat,
  lon: Lon,
  recordedAt: Instant,
  speedKmh: Type.Optional(nullable(Type.Number())),
  headingDeg: Type.Optional(nullable(Type.Number())),
})
export type Position = Type.Static<typeof Position>

const level = Type.Enum([...riskLevels])

export const Eta = Type.Object({ p10: Instant, p50: Instant, p90: Instant, computedAt: Instant })
export type Eta = Type.Static<typeof Eta>

const RiskStanding = Type.Partial(
  Type.Object(Object.fromEntries(riskKinds.map((kind) => [kind, level])) as Record<(typeof riskKinds)[number], typeof level>),
  { description: 'kinds of risk that stand out' },
)

/** What lists, the map and the live feed show of a shipment. */
export const ShipmentSummary = Type.Object({
  id: Id,
  trackingNumber: Type.String(),
  reference: nullable(Type.String()),
  state: Type.Enum([...shipmentStates]),
  mode: nullable(Type.Enum([...modes], { description: 'mode of the current leg' })),
  carrier: nullable(Type.String()),
  origin: Type.Object({ code: Type.String(), name: Type.String(), country: Country }),
  destination: Type.Object({ code: Type.String(), name: Type.String(), country: Country }),
  promisedAt: nullable(Instant),
  position: nullable(Position),
  progress: Type.Number({ minimum: 0, maximum: 1, description: 'share of the planned route that is behind' }),
  eta: nullable(Eta),
  missProbability: Type.Optional(MissProbability),
  openAlerts: Type.Integer({ minimum: 0 }),
  worstSeverity: nullable(Type.Enum(['info', 'warning', 'critical'])),
  customsState: Type.Optional(CustomsStanding),
  risk: Type.Optional(RiskStanding),
  updatedAt: Instant,
})
export type ShipmentSummary = Type.Static<typeof ShipmentSummary>

const PlannedEstimatedActual = Type.Object({
  planned: Instant,
  estimated: nullable(Instant),
  actual: nullable(Instant),
})

export const Leg = Type.Object({
  sequence: Type.Integer({ minimum: 1 }),
  mode: Type.Enum([...modes]),
  carrier: Type.String(),
  vessel: nullable(Type.String({ description: 'vessel, flight or vehicle' })),
  origin: Location,
  destination: Location,
  departure: PlannedEstimatedActual,
  arrival: PlannedEstimatedActual,
  route: Type.Array(LonLat, { description: 'planned route' }),
})
export type Leg = Type.Static<typeof Leg>

export const ShipmentItem = Type.Object({
  description: Type.String({ minLength: 1, maxLength: 200 }),
  hsCode: Type.String({ pattern: '^\\d{6}(\\d{2}){0,2}$', description: 'Harmonised System code, 6 to 10 digits' }),
  quantity: Type.Integer({ minimum: 1 }),
  product: Type.Optional(
    nullable(Type.String({ maxLength: 64, description: 'a product of yours: what arrives for one of its warehouses' })),
  ),
  value: Type.Object({
    minorUnits: Type.Integer({ minimum: 0, description: 'cents for EUR, yen for JPY' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  }),
  origin: Type.Optional(nullable(Type.String({ ...Country, description: 'where it was made, ISO 3166-1 alpha-2' }))),
  weightKg: Type.Optional(nullable(Type.Number({ exclusiveMinimum: 0, maximum: 100_000_000, description: 'of all pieces' }))),
})
export type ShipmentItem = Type.Static<typeof ShipmentItem>

export const ShipmentParty = Type.Object({
  role: Type.Enum([...partyRoles]),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  country: Country,
})
export type ShipmentParty = Type.Static<typeof ShipmentParty>

/** Limits that the goods must stay within; an alert opens beyond them. */
export const ConditionLimits = Type.Object({
  temperatureMinC: nullable(Type.Number({ minimum: -100, maximum: 100 })),
  temperatureMaxC: nullable(Type.Number({ minimum: -100, maximum: 100 })),
  shockMaxG: nullable(Type.Number({ exclusiveMinimum: 0, maximum: 1000 })),
})
export type ConditionLimits = Type.Static<typeof ConditionLimits>

const ReceivedNote = Type.String({ maxLength: 200, description: 'such as who took it; shown to whoever has a tracking link' })

/** What is recorded when goods have been handed over. */
export const NewProofOfDelivery = Type.Object({ receivedAt: Instant, note: Type.Optional(ReceivedNote) }, { additionalProperties: false })
export type NewProofOfDelivery = Type.Static<typeof NewProofOfDelivery>

export const ProofOfDelivery = Type.Object({ receivedAt: Instant, note: nullable(ReceivedNote), recordedAt: Instant })
export type ProofOfDelivery = Type.Static<typeof ProofOfDelivery>

export const feedbackLength = 1000
/** What a recipient says of the tracking page. */
export const TrackingFeedback = Type.Object({
  rating: Type.Enum(['up', 'down']),
  comment: nullable(Type.String({ maxLength: feedbackLength })),
  givenAt: Instant,
})
export type TrackingFeedback = Type.Static<typeof TrackingFeedback>

export const ShipmentDevice = Type.Object({ deviceId: Type.String(), from: Instant, until: nullable(Instant) })

const ShownAs = Type.String({ maxLength: 40, description: 'code of the merchant that recipients take it to be from' })

const SaidState = Type.Enum([...saidStates], {
  description: 'what people say of it that no position can show: it is the state until they take it back (null) or the goods arrive',
})

export const Shipment = Type.Intersect([
  ShipmentSummary,
  Type.Object({
    incoterm: Type.Enum([...incoterms]),
    incotermPlace: Type.String(),
    merchant: Type.Optional(nullable(ShownAs)),
    parties: Type.Array(ShipmentParty),
    items: Type.Array(ShipmentItem),
    limits: ConditionLimits,
    containers: Type.Array(Type.String(), { description: 'ISO 6346' }),
    legs: Type.Array(Leg),
    milestones: Type.Array(Milestone),
    customs: Type.Array(CustomsEntry, { description: 'declarations, in the order of travel' }),
    alerts: Type.Array(Alert),
    etaExplanation: Type.Optional(nullable(EtaExplanation)),
    etaHistory: Type.Array(Eta, { description: 'oldest first, at most 500' }),
    devices: Type.Array(ShipmentDevice),
    visits: Type.Optional(Type.Array(GeofenceVisit, { description: 'stays within geofences, the latest first, at most 200' })),
    proofOfDelivery: Type.Optional(nullable(ProofOfDelivery)),
    feedback: Type.Optional(Type.Array(TrackingFeedback, { description: 'of recipients on the tracking page, newest first, at most 50' })),
    saidState: Type.Optional(nullable(SaidState)),
    createdAt: Instant,
  }),
])
export type Shipment = Type.Static<typeof Shipment>

/** By what a consignee proves to be the one; it is kept as keyed hashes only and never answered again. */
export const ConsigneeContact = Type.Object(
  {
    email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
    postcode: Type.Optional(Type.String({ minLength: 2, maxLength: 16, pattern: '[A-Za-z0-9]' })),
  },
  {
    additionalProperties: false,
    description: 'e-mail address and postcode of the consignee, as the second factor of the look-up by number; kept as keyed hashes only',
  },
)
export type ConsigneeContact = Type.Static<typeof ConsigneeContact>

const Containers = Type.Array(Type.String({ maxLength: 11 }), {
  maxItems: 50,
  uniqueItems: true,
  description: 'containers that the goods travel in: ISO 6346, such as CSQU3054383',
})

/** A leg as it is planned: places by code; without `route` one is computed from the mode. */
export const NewLeg = Type.Object(
  {
    mode: Type.Enum([...modes]),
    carrier: Type.String({ minLength: 1, maxLength: 120 }),
    vessel: Type.Optional(Type.String({ maxLength: 120 })),
    origin: Type.String({ description: 'location code' }),
    destination: Type.String({ description: 'location code' }),
    plannedDeparture: Instant,
    plannedArrival: Instant,
    route: Type.Optional(Type.Array(LonLat, { minItems: 2, maxItems: 2000 })),
  },
  { additionalProperties: false },
)
export type NewLeg = Type.Static<typeof NewLeg>

export const NewShipment = Type.Object(
  {
    trackingNumber: Type.Optional(Type.String({ maxLength: 40, description: 'given by Lading where missing' })),
    reference: Type.Optional(Type.String({ maxLength: 120, description: 'your own number for it' })),
    merchant: Type.Optional(ShownAs),
    incoterm: Type.Enum([...incoterms]),
    incotermPlace: Type.String({ minLength: 1, maxLength: 120 }),
    promisedAt: Type.Optional(Instant),
    parties: Type.Array(ShipmentParty, { maxItems: 20 }),
    items: Type.Array(ShipmentItem, { maxItems: 500 }),
    limits: Type.Optional(Type.Partial(ConditionLimits)),
    containers: Type.Optional(Containers),
    contact: Type.Optional(ConsigneeContact),
    legs: Type.Array(NewLeg, { minItems: 1, maxItems: 20 }),
    deviceId: Type.Optional(Type.String({ description: 'a registered device that travels along from the first planned departure' })),
  },
  { additionalProperties: false },
)
export type NewShipment = Type.Static<typeof NewShipment>

/** Fields left out stay as they are. */
export const ShipmentChange = Type.Partial(
  Type.Object({
    reference: nullable(Type.String({ maxLength: 120 })),
    merchant: nullable(ShownAs),
    incoterm: Type.Enum([...incoterms]),
    incotermPlace: Type.String({ minLength: 1, maxLength: 120 }),
    promisedAt: nullable(Instant),
    saidState: nullable(SaidState),
    limits: Type.Partial(ConditionLimits),
    containers: Containers,
    contact: nullable(ConsigneeContact),
    parties: Type.Array(ShipmentParty, { maxItems: 20 }),
    items: Type.Array(ShipmentItem, { maxItems: 500 }),
  }),
  { additionalProperties: false },
)
export type ShipmentChange = Type.Static<typeof ShipmentChange>

const Place = Type.String({ maxLength: 32, description: 'location code, or a country (ISO 3166-1 alpha-2)' })

export const ShipmentQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(Type.Enum([...shipmentStates]))),
  mode: Type.Optional(Type.Array(Type.Enum([...modes]))),
  promise: Type.Optional(
    Type.Array(Type.Enum([...promiseStates]), {
      description: 'how likely the promise is missed: at-risk from a probability of 0.2 on, late from 0.5 on; only shipments under way',
    }),
  ),
  carrier: Type.Optional(Type.Array(Type.String(), { description: 'of the current leg' })),
  origin: Type.Optional(Place),
  destination: Type.Optional(Place),
  warehouse: Type.Optional(
    Type.String({ maxLength: 32, description: 'code of a place that it comes from, goes to, or is handed over at' }),
  ),
  alertKind: Type.Optional(Type.Array(Type.Enum([...alertKinds]), { description: 'only with an open alert of one of these kinds' })),
  customs: Type.Optional(
    Type.Enum(['held', 'open'], { description: 'only those for which somebody has to act, or whose declaration customs has at all' }),
  ),
  riskKind: Type.Optional(Type.Array(Type.Enum([...riskKinds]), { description: 'only with a raised risk of one of these kinds' })),
  riskLevel: Type.Optional(
    Type.Enum([...riskLevels], { description: 'only with so much risk, of one of the kinds that are asked for, or of any' }),
  ),
  alert: Type.Optional(Type.Boolean({ description: 'only with (true) or without (false) open alerts' })),
  q: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'part of tracking number, reference, container, device or consignee; one or two letters have to begin a word',
    }),
  ),
  bbox: Type.Optional(Bbox),
})
export type ShipmentQuery = Type.Static<typeof ShipmentQuery>

export const ShipmentPage = pageOf(ShipmentSummary)
export type ShipmentPage = Type.Static<typeof ShipmentPage>
