import type { Claim, Codec } from './codec.ts'
import { isObject } from './common-names.ts'
import { isDeviceId } from './device-id.ts'
import { readJson } from './read-json.ts'
import { inLadingsUnit } from './units.ts'

/**
 * Positions that Traccar forwards (`forward.type` mqtt, JSON), see https://www.traccar.org/forward/. On `<topic>` itself
 * the message names its device, by `device.uniqueId`; below it, on `<topic>/<device>`, the topic does. The device is
 * `traccar:<that name>`.
 */
export const createTraccar = ({ topic }: { topic: string }): Codec => ({
  name: 'traccar',
  filters: [topic, `${topic}/+`],
  reads: (given) => given === topic || given.startsWith(`${topic}/`),
  decode: (given, payload) => {
    const json = readJson(payload)
    if ('problem' in json) return { outcome: 'reject', reason: 'not-json', detail: json.problem }
    const { device, position = json.value } = isObject(json.value) ? json.value : {}
    if (!isObject(position)) return { outcome: 'reject', reason: 'wrong-type', detail: 'a position is expected, an object' }
    const name = given.slice(topic.length + 1) || (isObject(device) && device.uniqueId)
    if (!name) return { outcome: 'reject', reason: 'missing-field', detail: 'neither the topic nor device.uniqueId names the device' }
    const deviceId = `traccar:${name}`
    if (!isDeviceId(deviceId)) return { outcome: 'reject', reason: 'bad-device-id', detail: `"${deviceId}" cannot be the name of a device` }
    return { outcome: 'claims', deviceId, claims: toClaims(position as Position) }
  },
})

type Position = Record<string, unknown>

/**
 * The place has the time of its fix, everything else the time of the report. Without a fix, Traccar repeats the last place
 * (`outdated`) or hands on one that the receiver itself does not believe (`valid: false`): neither is kept.
 */
const toClaims = (position: Position): Claim[] => {
  const report = { recordedAt: position.deviceTime ?? position.serverTime, ...measurementsOf(position) }
  if (position.valid === false || position.outdated === true) return [{ values: report }]
  const fix = { recordedAt: position.fixTime ?? report.recordedAt, ...placeOf(position) }
  if (fix.recordedAt === report.recordedAt) return [{ values: { ...report, ...fix } }]
  return [
    { values: fix, part: { ...position, attributes: {}, deviceTime: position.fixTime } },
    { values: report, part: { ...position, valid: false } },
  ]
}

const placeOf = ({ latitude, longitude, altitude, accuracy, speed, course }: Position) => ({
  lat: latitude,
  lon: longitude,
  altitudeM: altitude,
  // Traccar writes 0 where a device says nothing about it.
  accuracyM: accuracy === 0 ? undefined : accuracy,
  speedKmh: inLadingsUnit('speedKmh', speed, 'kn'),
  headingDeg: course,
})

/** `battery` is a voltage there; `alarm` measures nothing: alerts are opened from the measurements. */
const measurementsOf = ({ attributes }: Position) => {
  const { batteryLevel, temp1, temperature = temp1, humidity, light } = isObject(attributes) ? attributes : {}
  return { batteryPct: batteryLevel, temperatureC: temperature, humidityPct: humidity, lightLux: light }
}
