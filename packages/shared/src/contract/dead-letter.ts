import Type from 'typebox'
import { Id, Instant, PageQuery, pageOf } from './common.ts'

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Reason = Type.String({ maxLength: 40, description: 'why it was not stored, such as `unknown-device` or `not-json`' })
const SenderId = Type.String({ maxLength: 200, description: 'the device it came from, as its topic says; it need not be registered' })

/** A message, or one reading of it, that was acknowledged but not stored. Times are wall-clock times. */
export const DeadLetter = Type.Object({
  id: Id,
  receivedAt: Type.String({ format: 'date-time', description: 'when it arrived, for the last time' }),
  times: Type.Integer({ description: 'how often it arrived; a message that was delivered twice counts twice' }),
  topic: Type.String(),
  reason: Type.String(),
  detail: nullable(Type.String()),
  deviceId: nullable(Type.String()),
  whole: Type.Boolean({ description: 'whether the payload is all that came, or only its beginning' }),
  bytes: Type.Integer({ description: 'size of what is kept of the payload' }),
  replayRequestedAt: nullable(Type.String({ format: 'date-time', description: 'since when it waits to go through ingest again' })),
})
export type DeadLetter = Type.Static<typeof DeadLetter>

export const DeadLetterWithPayload = Type.Object({
  ...DeadLetter.properties,
  payload: Type.Object({
    base64: Type.String(),
    text: nullable(Type.String({ description: 'missing where the payload is not UTF-8' })),
  }),
})
export type DeadLetterWithPayload = Type.Static<typeof DeadLetterWithPayload>

export const DeadLetterQuery = Type.Object({
  ...PageQuery,
  reason: Type.Optional(Reason),
  deviceId: Type.Optional(SenderId),
  from: Type.Optional(Instant),
  until: Type.Optional(Instant),
})
export type DeadLetterQuery = Type.Static<typeof DeadLetterQuery>

export const DeadLetterPage = pageOf(DeadLetter)

export const DeadLetterCounts = Type.Object({
  items: Type.Array(Type.Object({ reason: Type.String(), count: Type.Integer(), lastReceivedAt: Instant })),
  waitingForReplay: Type.Integer({ description: 'letters that were asked to go through ingest again and have not yet' }),
})
export type DeadLetterCounts = Type.Static<typeof DeadLetterCounts>

/** Which letters go through again: those that meet everything given, and something has to be given. */
export const ReplayRequest = Type.Object(
  {
    reason: Type.Optional(Reason),
    deviceId: Type.Optional(SenderId),
    ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1000 })),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type ReplayRequest = Type.Static<typeof ReplayRequest>

export const ReplayAnswer = Type.Object({ requested: Type.Integer({ description: 'letters that ingest looks at again within seconds' }) })
export type ReplayAnswer = Type.Static<typeof ReplayAnswer>

/** Devices that report and are not registered: their readings wait as dead letters. */
export const UnknownDevices = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      count: Type.Integer({ description: 'dead letters that wait' }),
      firstSeenAt: Instant,
      lastSeenAt: Instant,
      topic: Type.String({ description: 'the topic it published to last' }),
    }),
  ),
})
export type UnknownDevices = Type.Static<typeof UnknownDevices>
