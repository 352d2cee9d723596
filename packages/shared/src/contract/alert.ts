import Type from 'typebox'
import { alertKinds, severities } from '../domain/alert.ts'
import { alertEventKinds, alertStates, resolutions } from '../domain/alert-handling.ts'
import { Bbox, Id, Instant, nullable, PageQuery, pageOf } from './common.ts'

export const Alert = Type.Object({
  id: Id,
  shipmentId: Id,
  trackingNumber: Type.String(),
  kind: Type.Enum([...alertKinds]),
  severity: Type.Enum([...severities]),
  message: Type.String({ description: 'one English sentence with figures; `kind` and `facts` are for other languages' }),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
  openedAt: Instant,
  updatedAt: Type.String({ format: 'date-time', description: 'ISO 8601 instant, UTC; later with every change' }),
  closedAt: nullable(Type.String({ format: 'date-time', description: 'when its cause was gone' })),
  version: Type.Integer({
    description: 'of what was done about it; to be given back with the next act, so that nobody undoes another’s unseen',
  }),
  acknowledgedAt: nullable(Instant),
  acknowledgedBy: nullable(Id),
  assignedTo: nullable(Id),
  snoozedUntil: nullable(Instant),
  resolvedAt: nullable(Instant),
  resolvedBy: nullable(Id),
  resolution: nullable(Type.Enum([...resolutions])),
  comments: Type.Integer({ minimum: 0 }),
})
export type Alert = Type.Static<typeof Alert>

/** How an alert begins: nobody has done anything about it. */
export const untouched = {
  version: 1,
  acknowledgedAt: null,
  acknowledgedBy: null,
  assignedTo: null,
  snoozedUntil: null,
  resolvedAt: null,
  resolvedBy: null,
  resolution: null,
  comments: 0,
} satisfies Partial<Alert>

export const AlertQuery = Type.Object({
  ...PageQuery,
  open: Type.Optional(
    Type.Boolean({
      description: 'only alerts that want somebody, now or after a snooze (true), or only those that do not any more (false)',
    }),
  ),
  state: Type.Optional(Type.Array(Type.Enum([...alertStates]))),
  assignedTo: Type.Optional(Id),
  kind: Type.Optional(Type.Array(Type.Enum([...alertKinds]))),
  shipmentId: Type.Optional(Id),
  bbox: Type.Optional(Bbox),
})
export type AlertQuery = Type.Static<typeof AlertQuery>

export const AlertPage = pageOf(Alert)
export type AlertPage = Type.Static<typeof AlertPage>

/** One line of an alert's story. */
export const AlertEvent = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum([...alertEventKinds]),
  at: Instant,
  by: nullable(Type.Object({ id: Id, name: Type.String() }, { description: 'null: the platform itself, or somebody who is gone' })),
  note: nullable(Type.String()),
  until: nullable(Type.String({ format: 'date-time', description: 'of a snooze' })),
  assignee: nullable(Type.Object({ id: Id, name: Type.String() }, { description: 'null: nobody any more, or somebody who is gone' })),
  resolution: nullable(Type.Enum([...resolutions])),
  severity: nullable(Type.Enum([...severities], { description: 'what it became' })),
})
export type AlertEvent = Type.Static<typeof AlertEvent>

export const AlertDetail = Type.Intersect([
  Alert,
  Type.Object({ events: Type.Array(AlertEvent, { description: 'oldest first; the opening and the end stand in the alert itself' }) }),
])
export type AlertDetail = Type.Static<typeof AlertDetail>

const Version = Type.Integer({ minimum: 1, description: 'the `version` of the alert that was looked at' })
const Note = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })

/** What each act takes besides the alert. */
export const actFields = {
  acknowledge: {},
  assign: { to: nullable(Type.String({ format: 'uuid', description: 'somebody who may act; null takes it from whoever has it' })) },
  snooze: { until: Type.String({ format: 'date-time', description: 'platform time, within 30 days' }) },
  wake: {},
  resolve: { resolution: Type.Enum([...resolutions]), note: Type.Optional(Note) },
  reopen: {},
} as const
export type VersionedAct = keyof typeof actFields

export const AlertComment = Type.Object({ note: Note }, { additionalProperties: false })

/** The body of an act upon one alert. */
export const actBody = (act: VersionedAct) => Type.Object({ version: Version, ...actFields[act] }, { additionalProperties: false })

/** The body of an act upon several. */
export const actsBody = (act: VersionedAct) =>
  Type.Object(
    {
      alerts: Type.Array(Type.Object({ id: Id, version: Version }, { additionalProperties: false }), { minItems: 1, maxItems: 200 }),
      ...actFields[act],
    },
    { additionalProperties: false },
  )

export const ActOutcomes = Type.Object({
  done: Type.Array(Alert),
  refused: Type.Array(
    Type.Object({
      id: Id,
      code: Type.String({ description: 'as the problem that one alert alone would have had' }),
      alert: nullable(Alert),
    }),
    { description: 'alerts that somebody else changed meanwhile, or that are gone; as they are now' },
  ),
})
export type ActOutcomes = Type.Static<typeof ActOutcomes>
