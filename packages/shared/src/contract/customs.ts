import Type from 'typebox'
import { channels } from '../domain/customs-channel.ts'
import { customsStandings, customsStates, statesByEdifact, statesByEmsevt } from '../domain/customs-entry.ts'
import { milestoneSources } from '../domain/milestone.ts'
import { Country, Day, Id, Instant, nullable, PageQuery, pageOf } from './common.ts'

const eventStates = customsStates.filter((state) => state !== 'draft')
const Document = Type.String({ minLength: 1, maxLength: 120 })
const Documents = Type.Array(Document, { maxItems: 50, uniqueItems: true })
/** Until which day documents are valid, by their names; those that do not expire are left out. */
const Validity = Type.Record(Document, Day, { maxProperties: 50 })
const Channel = Type.Enum([...channels])
const share = Type.Number({ minimum: 0, maximum: 1 })
const hours = Type.Number({ minimum: 0 })

const Time = Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' })
/** Spans of a day in the time of the place, `08:00` to `17:30`, in their order; a day that is left out is closed. */
const Spans = Type.Array(Type.Tuple([Time, Time]), { maxItems: 4 })
export const OfficeHours = Type.Partial(
  Type.Object({ mon: Spans, tue: Spans, wed: Spans, thu: Spans, fri: Spans, sat: Spans, sun: Spans }),
  { additionalProperties: false },
)
export type OfficeHours = Type.Static<typeof OfficeHours>

export const CustomsEvent = Type.Object({
  state: Type.Enum(eventStates),
  eventTime: Instant,
  recordTime: Instant,
  source: Type.Enum([...milestoneSources]),
  documents: Documents,
  note: nullable(Type.String()),
})
export type CustomsEvent = Type.Static<typeof CustomsEvent>

/** How customs is expected to treat it: hours from lodging to release, and why. Reasons are codes with facts, for the face to word. */
export const ClearanceForecast = Type.Object({
  p10Hours: hours,
  p50Hours: hours,
  p90Hours: hours,
  channels: Type.Object({ released: share, documents: share, examination: share }),
  basis: Type.Object({ level: Type.String(), outcomes: Type.Number({ minimum: 0 }) }),
  reasons: Type.Array(Type.Object({ code: Type.String() }, { additionalProperties: true })),
  computedAt: Instant,
})
export type ClearanceForecast = Type.Static<typeof ClearanceForecast>

/** A declaration where goods enter a customs territory. */
export const CustomsEntry = Type.Object({
  id: Id,
  shipmentId: Id,
  legSequence: Type.Integer({ minimum: 1, description: 'of the leg that waits for the release' }),
  country: Country,
  office: nullable(Type.String()),
  reference: nullable(Type.String()),
  declarant: nullable(Type.String()),
  broker: nullable(Type.String({ description: 'who declares for the declarant' })),
  state: Type.Enum([...customsStates]),
  channel: nullable(Channel),
  requiredDocuments: Documents,
  presentDocuments: Documents,
  documentsValidUntil: Validity,
  restrictions: Documents,
  lastFreeDay: nullable(Day),
  freeUntil: nullable(Instant),
  lodgedAt: nullable(Instant),
  stateAt: nullable(Instant),
  closedAt: nullable(Instant),
  events: Type.Array(CustomsEvent, { description: 'oldest first' }),
})
export type CustomsEntry = Type.Static<typeof CustomsEntry>

/** The worst of all declarations of a shipment. */
export const CustomsStanding = nullable(
  Type.Enum([...customsStandings], { description: 'held: somebody has to act; pending: customs has it; otherwise null' }),
)

/** What is known of a declaration before customs decides; what is left out stays as it is. */
export const CustomsEntryChange = Type.Partial(
  Type.Object({
    country: Country,
    office: nullable(Type.String({ maxLength: 40 })),
    reference: nullable(Type.String({ maxLength: 60 })),
    declarant: nullable(Type.String({ maxLength: 120 })),
    broker: nullable(Type.String({ maxLength: 120 })),
    requiredDocuments: Documents,
    presentDocuments: Documents,
    documentsValidUntil: Validity,
    restrictions: Documents,
    lastFreeDay: nullable(
      Type.String({
        format: 'date',
        description: 'the last day on which the place keeps the goods without charge, where they are cleared',
      }),
    ),
  }),
  { additionalProperties: false },
)
export type CustomsEntryChange = Type.Static<typeof CustomsEntryChange>

/** What people changed of a declaration, the latest first. */
export const CustomsEntryChanges = Type.Object({
  items: Type.Array(
    Type.Object({
      changedAt: Instant,
      by: nullable(Type.Object({ id: Id, name: Type.String() }, { description: 'null: a program, or somebody who is gone' })),
      field: Type.String({ description: 'of the declaration' }),
      before: Type.Unknown({ description: 'what it said before; null where nothing' }),
      after: Type.Unknown({ description: 'what it said then' }),
    }),
  ),
})
export type CustomsEntryChanges = Type.Static<typeof CustomsEntryChanges>

/** What happened to a declaration, in our words or in those of EDIFACT; one of the two. */
export const NewCustomsEvent = Type.Object(
  {
    state: Type.Optional(Type.Enum(eventStates)),
    edifactCode: Type.Optional(
      Type.Enum(Object.keys(statesByEdifact), {
        description:
          'instead of the state, the response of customs by data element 7365: 1 accepted, 2 refused, 4 released, 5 examination, 6 documents required, 7 detained. What is told so comes from a partner.',
      }),
    ),
    eventTime: Type.Optional(Type.String({ format: 'date-time', description: 'ISO 8601 instant; now where it is left out' })),
    documents: Type.Optional(Documents),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
)
export type NewCustomsEvent = Type.Static<typeof NewCustomsEvent>

/** What a partner says in its own words of a parcel it knows by its number. */
export const CustomsMessage = Type.Object(
  {
    trackingNumber: Type.String({ minLength: 1, maxLength: 40 }),
    code: Type.Enum([...Object.keys(statesByEmsevt), ...Object.keys(statesByEdifact)], {
      description:
        'of the post (EMSEVT: EDB presented to import customs, EME held, EDC returned from customs), or of customs (EDIFACT 7365: 1 accepted, 2 refused, 4 released, 5 examination, 6 documents required, 7 detained). Held for documents, where the message names some.',
    }),
    eventTime: Instant,
    documents: Type.Optional(Documents),
    note: Type.Optional(Type.String({ maxLength: 500 })),
    leg: Type.Optional(
      Type.Integer({ minimum: 1, description: 'that waits for the release; where it is left out, the one whose declaration is open' }),
    ),
  },
  { additionalProperties: false },
)
export type CustomsMessage = Type.Static<typeof CustomsMessage>
export const CustomsMessages = Type.Object({ messages: Type.Array(CustomsMessage, { minItems: 1, maxItems: 500 }) })

/** What became of each message, in their order. */
export const CustomsMessageOutcomes = Type.Object({
  items: Type.Array(
    Type.Object({
      trackingNumber: Type.String(),
      outcome: Type.Enum(['kept', 'known', 'refused']),
      state: nullable(Type.Enum([...customsStates], { description: 'of the declaration now' })),
      problem: nullable(Type.Object({ code: Type.String(), detail: Type.String() })),
    }),
  ),
})
export type CustomsMessageOutcome = Type.Static<typeof CustomsMessageOutcomes>['items'][number]

/** Where goods are cleared by the plan, whether or not anything was declared yet. */
export const CustomsCrossing = Type.Object({
  legSequence: Type.Integer({ minimum: 1, description: 'of the leg that waits for the release' }),
  country: Country,
  office: nullable(Type.String({ description: 'code of the place' })),
  place: Type.String({ description: 'its name' }),
  waits: Type.Boolean({ description: 'before the leg; otherwise goods are cleared in its course, and it does not end before' }),
})
export type CustomsCrossing = Type.Static<typeof CustomsCrossing>

export const ShipmentCustoms = Type.Object({
  entries: Type.Array(CustomsEntry, { description: 'in the order of travel' }),
  crossing: nullable(CustomsCrossing),
})
export type ShipmentCustoms = Type.Static<typeof ShipmentCustoms>

export const CustomsEntryQuery = Type.Object({
  ...PageQuery,
  state: Type.Optional(Type.Array(Type.Enum([...customsStates]))),
  held: Type.Optional(Type.Boolean({ description: 'only those for which somebody has to act (true), or only the others (false)' })),
  country: Type.Optional(Country),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'part of tracking number, reference or declarant' })),
})
export type CustomsEntryQuery = Type.Static<typeof CustomsEntryQuery>
export const ListedEntry = Type.Intersect([CustomsEntry, Type.Object({ trackingNumber: Type.String() })])
export type ListedEntry = Type.Static<typeof ListedEntry>
export const CustomsEntryPage = pageOf(ListedEntry)
export type CustomsEntryPage = Type.Static<typeof CustomsEntryPage>
export const CustomsEntryParams = Type.Object({ id: Id, leg: Type.Integer({ minimum: 1 }) })

export const CustomsFigures = Type.Object({
  country: Country,
  year: Type.Integer(),
  borderHours: nullable(hours),
  documentHours: nullable(hours),
  customsScore: nullable(Type.Number({ minimum: 1, maximum: 5 })),
  source: Type.String(),
  importedAt: Instant,
})
export type CustomsFigures = Type.Static<typeof CustomsFigures>
export const CustomsFiguresList = Type.Object({ items: Type.Array(CustomsFigures) })
export const FiguresSource = Type.Object({
  source: Type.String({ minLength: 1, maxLength: 120, description: 'whose figures these are, and which edition' }),
})
export const ImportedFigures = Type.Object({
  rows: Type.Integer({ minimum: 0, description: 'in the file' }),
  passedOver: Type.Integer({ minimum: 0, description: 'of them, those that are of no country, such as regions' }),
  imported: Type.Integer({ minimum: 0, description: 'countries and years with a figure that is new or different' }),
})
export type ImportedFigures = Type.Static<typeof ImportedFigures>
export const ImportedClearances = Type.Object({
  clearances: Type.Integer({ minimum: 0, description: 'in the file' }),
  imported: Type.Integer({ minimum: 0, description: 'of them, those that were not known' }),
})
export type ImportedClearances = Type.Static<typeof ImportedClearances>

const office = { hours: OfficeHours, closedOnHolidays: Type.Boolean({ description: 'of the country that the place is in' }) }
export const CustomsOffice = Type.Object({ code: Type.String({ description: 'of a place' }), ...office })
export type CustomsOffice = Type.Static<typeof CustomsOffice>
export const CustomsOffices = Type.Object({ items: Type.Array(CustomsOffice) })
export type CustomsOffices = Type.Static<typeof CustomsOffices>
export const NewCustomsOffice = Type.Object(
  { hours: office.hours, closedOnHolidays: Type.Optional(Type.Boolean({ default: true })) },
  { additionalProperties: false },
)
