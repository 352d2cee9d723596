import type { MeasurementName } from '@lading/shared/domain/reading'
import { inLadingsUnit } from './units.ts'

/**
 * The names that decoders and gateways give to measurements, without case, punctuation and channel number. A name that is
 * in use for several units, such as a plain `speed`, is not among them: which one is meant would be a guess. `battery` is
 * a percentage, as with Milesight and Traccar's level; voltages have names of their own.
 */
const names: Record<MeasurementName, string[]> = {
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'long', 'longitude'],
  accuracyM: ['accuracy', 'accuracym', 'horizontalaccuracy'],
  altitudeM: ['alt', 'altitude', 'altitudem'],
  speedKmh: ['speedkmh', 'speedkph'],
  headingDeg: ['heading', 'headingdeg', 'course', 'bearing', 'direction'],
  temperatureC: ['temp', 'temperature', 'tempc', 'temperaturec', 'airtemperature', 'ambienttemperature', 'temperaturesensor'],
  humidityPct: ['hum', 'humidity', 'humiditypct', 'relativehumidity', 'rh', 'airhumidity', 'humiditysensor'],
  shockG: ['shock', 'shockg'],
  lightLux: ['light', 'lightlux', 'lux', 'luminosity', 'illuminance', 'illumination', 'illuminancesensor', 'lightintensity'],
  pressureHpa: ['pressure', 'pressurehpa', 'airpressure', 'barometricpressure', 'barometer'],
  batteryPct: ['battery', 'batterypct', 'batterylevel', 'batterypercent', 'batterypercentage', 'batt', 'soc'],
}

/** Names that say their unit, where it is not ours. */
const namesOfUnit: Record<string, [MeasurementName, string]> = {
  speedms: ['speedKmh', 'm/s'],
  speedmps: ['speedKmh', 'm/s'],
  speedkn: ['speedKmh', 'kn'],
  speedknots: ['speedKmh', 'kn'],
  speedmph: ['speedKmh', 'mph'],
  tempf: ['temperatureC', '°F'],
  temperaturef: ['temperatureC', '°F'],
}

const measurementOf = new Map<string, [MeasurementName, string | undefined]>([
  ...Object.entries(names).flatMap(([measurement, all]) =>
    all.map((name): [string, [MeasurementName, undefined]] => [name, [measurement as MeasurementName, undefined]]),
  ),
  ...Object.entries(namesOfUnit),
])

/** What holds a position rather than being one. */
const places = new Set(['gps', 'gnss', 'gpslocation', 'location', 'position'])
const accelerations = new Set(['accelerometer', 'acceleration'])

export type Values = Partial<Record<MeasurementName, unknown>>

const plain = (name: string) =>
  name
    .replace(/_\d+$/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()

/** One measurement under a common name, in our unit; `unit` is what the device says about it beside the name. */
export const readNamed = (name: string, value: unknown, unit?: string): Values => {
  const found = measurementOf.get(plain(name))
  // Decoders write null for what a device has not got.
  if (!found || value === null || value === undefined) return {}
  const [measurement, unitOfName] = found
  const said = unit ?? unitOfName
  return { [measurement]: said === undefined ? value : inLadingsUnit(measurement, value, said) }
}

/**
 * The measurements among decoded fields: also in a place of their own (`gps: {latitude, …}`), and one level deeper by
 * channel, as ChirpStack writes Cayenne LPP (`temperatureSensor: {"3": 21.5}`). Of several channels the first one counts.
 */
export const readCommonNames = (fields: object): Values => {
  const values: Values = {}
  for (const [name, given] of Object.entries(fields)) {
    const value = firstChannel(given)
    const read = isObject(value) ? readGroup(plain(name), value) : readNamed(name, value)
    for (const [measurement, one] of Object.entries(read)) values[measurement as MeasurementName] ??= one
  }
  return values
}

const readGroup = (name: string, group: Record<string, unknown>): Values => {
  if (places.has(name)) return Object.assign({}, ...Object.entries(group).map(([inner, value]) => readNamed(inner, value)))
  const { x, y, z } = group
  // The whole of it, gravity included: what lies still has 1 g.
  if (accelerations.has(name) && [x, y, z].every((axis) => typeof axis === 'number'))
    return { shockG: Math.hypot(x as number, y as number, z as number) }
  return {}
}

const firstChannel = (value: unknown): unknown => {
  if (!isObject(value)) return value
  const [first] = Object.entries(value)
  return first && /^\d+$/.test(first[0]) ? first[1] : value
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
