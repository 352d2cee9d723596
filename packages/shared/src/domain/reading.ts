/**
 * One report of a device, in Lading's units. A device reports what it can: every measurement may be missing.
 * A reading is known by its device and its time; a second one for the same pair adds to the first.
 */
export type Reading = {
  deviceId: string
  /** Device time, milliseconds since 1970 UTC. */
  recordedAtMs: number
  /** When ingest took it off the broker. */
  receivedAtMs: number
} & Measurements

export const measurementNames = [
  'lat',
  'lon',
  'accuracyM',
  'altitudeM',
  'speedKmh',
  'headingDeg',
  'temperatureC',
  'humidityPct',
  'shockG',
  'lightLux',
  'pressureHpa',
  'batteryPct',
] as const
export type MeasurementName = (typeof measurementNames)[number]

/** WGS 84 degrees for `lat` and `lon`; the unit of everything else is in its name. */
export type Measurements = { [name in MeasurementName]?: number }

/** The measurements that say something about the goods rather than the place: what a condition chart shows. */
export const conditionNames = ['temperatureC', 'humidityPct', 'shockG', 'lightLux', 'pressureHpa', 'batteryPct', 'speedKmh'] as const
export type ConditionName = (typeof conditionNames)[number]
