import Type from 'typebox'
import { Lat, Lon } from './common.ts'

/**
 * Lading's own device format, published to `lading/v1/<device>/telemetry`: one reading or an array of at most 1,000.
 * `recordedAt` is ISO 8601 or milliseconds since 1970; measurements that a device does not have are left out.
 */
export const LadingReading = Type.Object({
  recordedAt: Type.Union([Type.String({ maxLength: 40 }), Type.Number()]),
  lat: Type.Optional(Lat),
  lon: Type.Optional(Lon),
  accuracyM: Type.Optional(Type.Number({ minimum: 0 })),
  altitudeM: Type.Optional(Type.Number({ minimum: -1000, maximum: 50000 })),
  speedKmh: Type.Optional(Type.Number({ minimum: 0, maximum: 3000 })),
  headingDeg: Type.Optional(Type.Number({ minimum: 0, maximum: 360 })),
  temperatureC: Type.Optional(Type.Number({ minimum: -273.15, maximum: 1000 })),
  humidityPct: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
  shockG: Type.Optional(Type.Number({ minimum: 0, maximum: 10000 })),
  lightLux: Type.Optional(Type.Number({ minimum: 0 })),
  pressureHpa: Type.Optional(Type.Number({ minimum: 0, maximum: 2000 })),
  batteryPct: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
})
export type LadingReading = Type.Static<typeof LadingReading>

/** In one message at the most. */
export const readingsMax = 1_000

export const LadingTelemetry = Type.Union([LadingReading, Type.Array(LadingReading, { minItems: 1, maxItems: readingsMax })])
export type LadingTelemetry = Type.Static<typeof LadingTelemetry>

export const telemetryTopic = (deviceId: string) => `lading/v1/${deviceId}/telemetry`

export const isTelemetryTopic = (topic: string) => /^lading\/v1\/[^/]+\/telemetry$/.test(topic)
