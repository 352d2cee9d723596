import { telemetryTopic } from '@lading/shared/contract/telemetry'
import fc from 'fast-check'
import { hostileValue } from './hostile-value.ts'

/** Names that a device cannot have and that somebody may try: characters of the languages behind ingest. */
const hostileNames = [`'; drop table reading; --`, 'a,b=c d', '..', '%00', '"', '\\', '$share', '__proto__', 'ü💥', 'x'.repeat(500)]

/** A topic of its own for every message; some could never be a device's. */
export const hostileTopic = (number: number) => {
  if (number % 50 === 7) {
    const deviceId = `${hostileNames[number % hostileNames.length]}${number}`
    return { deviceId, topic: telemetryTopic(deviceId) }
  }
  const deviceId = `hostile-${number}`
  return { deviceId, topic: telemetryTopic(deviceId) }
}

const names = ['recordedAt', 'lat', 'lon', 'speedKmh', 'headingDeg', 'temperatureC', 'humidityPct', 'batteryPct']

/** `count` payloads, the same for the same seed: real ones with a value, a byte, an end or everything about them wrong. */
export const hostilePayloads = ({ count, seed, nowMs }: { count: number; seed: number; nowMs: number }): Buffer[] => {
  const real = fc.record({
    recordedAt: fc.integer({ min: nowMs - 3_600_000, max: nowMs }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    speedKmh: fc.integer({ min: 0, max: 120 }),
    temperatureC: fc.integer({ min: -30, max: 50 }),
    batteryPct: fc.integer({ min: 0, max: 100 }),
  })
  const wrongValue = fc
    .tuple(real, fc.constantFrom(...names, '__proto__', 'constructor', ''), hostileValue)
    .map(([reading, name, value]) => JSON.stringify(Object.fromEntries([...Object.entries(reading), [name, value]])))
  const missing = fc.tuple(real, fc.constantFrom(...names)).map(([reading, name]) => JSON.stringify({ ...reading, [name]: undefined }))
  const text = real.map((reading) => JSON.stringify(reading))
  const cutShort = fc.tuple(text, fc.nat(120)).map(([whole, length]) => whole.slice(0, length))
  const flipped = fc.tuple(text, fc.nat(200), fc.nat(255)).map(([whole, at, byte]) => {
    const bytes = Buffer.from(whole)
    bytes[at % bytes.length] = byte
    return bytes
  })
  const many = fc.array(fc.oneof(real, hostileValue), { maxLength: 20 }).map((values) => JSON.stringify(values))
  const nested = fc.integer({ min: 1, max: 20_000 }).map((depth) => '['.repeat(depth))
  const huge = fc.integer({ min: 200_000, max: 400_000 }).map((length) => `{"recordedAt":${'9'.repeat(length)}}`)
  const payload = fc.oneof(
    { weight: 400, arbitrary: wrongValue },
    { weight: 100, arbitrary: missing },
    { weight: 150, arbitrary: cutShort },
    { weight: 150, arbitrary: flipped },
    { weight: 100, arbitrary: many },
    { weight: 60, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 30, arbitrary: hostileValue.map((value) => JSON.stringify(value) ?? '') },
    { weight: 9, arbitrary: nested },
    { weight: 1, arbitrary: huge },
  )
  return fc.sample<string | Buffer>(payload, { numRuns: count, seed }).map((made) => (typeof made === 'string' ? Buffer.from(made) : made))
}
