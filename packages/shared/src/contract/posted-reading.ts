import Type from 'typebox'
import { Instant } from './common.ts'
import { DeviceId } from './device.ts'
import { LadingReading, readingsMax } from './telemetry.ts'

const { recordedAt: _, ...measurements } = LadingReading.properties

/** One reading of a device that speaks HTTPS. A device that shows its own secret need not name itself. */
export const PostedReading = Type.Object({
  deviceId: Type.Optional(DeviceId),
  recordedAt: Type.Union([Instant, Type.Number({ description: 'milliseconds since 1970' })]),
  ...measurements,
})
export type PostedReading = Type.Static<typeof PostedReading>

export const PostedReadings = Type.Union([PostedReading, Type.Array(PostedReading, { minItems: 1, maxItems: readingsMax })])
export type PostedReadings = Type.Static<typeof PostedReadings>

export const PostedHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      maxLength: 255,
      description: 'accepted and not needed: a reading is known by its device and its time, so sending it again changes nothing',
    }),
  ),
})

/** How many readings the broker has acknowledged. Each is stored, or kept as a dead letter with the reason. */
export const AcceptedReadings = Type.Object({ accepted: Type.Integer() })
export type AcceptedReadings = Type.Static<typeof AcceptedReadings>
