import type { ConditionName, Reading } from '@lading/shared/domain/reading'
import type { Fix } from './fix.ts'
import type { HourlyFigures } from './hourly-figures.ts'

/** A stretch of one device's time, milliseconds since 1970; `fromMs` included, `untilMs` not. */
export type DeviceRange = { deviceId: string; fromMs: number; untilMs: number }

/** One slice of a series: extremes and mean of the values in it; `hourly` where some of them are known by the hour only. */
export type Slice = { atMs: number; min: number; mean: number; max: number; hourly?: true }

/**
 * What goes: what was recorded before `recordedBeforeMs`, as long as it also came before `receivedBeforeMs`, as a device may bring
 * old readings that nobody has looked at yet. Milliseconds of platform time. `signal` ends the work early; the next run goes on.
 */
export type Passing = { recordedBeforeMs: number; receivedBeforeMs: number; signal?: AbortSignal }

export type Thinned = { outcome: 'thinned'; readings: number; hours: number } | { outcome: 'impossible'; why: string }
export type Forgotten = { outcome: 'forgotten' } | { outcome: 'impossible'; why: string }

/** Why a single reading was refused by the database although the database is well. */
export type RefusedReading = { reading: Reading; detail: string }

/**
 * Where readings are kept. Two adapters stand behind it, InfluxDB and PostgreSQL, and one conformance suite holds both.
 *
 * A reading is known by device and time. Writing it again changes nothing; writing other measurements for the same pair
 * adds them. Nothing here knows shipments.
 */
export type TelemetryStore = {
  /**
   * Durable once it resolves, apart from the readings it returns as refused. Rejects with `TelemetryUnavailable` when the
   * database cannot answer now: the same batch may be written again later, as a whole.
   */
  write: (readings: Reading[]) => Promise<RefusedReading[]>
  /** Everything a device reported, oldest first, at most `limit`. */
  readings: (range: DeviceRange, limit?: number) => Promise<Reading[]>
  /** The reports that have a position, oldest first, at most `limit`; one an hour where the readings have gone. */
  fixes: (range: DeviceRange, limit?: number) => Promise<Fix[]>
  /** The range cut into `slices` equal slices, readings and hourly figures alike; those without a value are left out. */
  series: (range: DeviceRange, measurement: ConditionName, slices: number) => Promise<Slice[]>
  /** How many readings a device has in the range; those that have gone do not count. */
  count: (range: DeviceRange) => Promise<number>
  /** The hourly figures of the hours that begin in the range, oldest first. */
  hours: (range: DeviceRange) => Promise<HourlyFigures[]>
  /**
   * Turns old readings into hourly figures, whole hours only. A reading goes when its hour's figures are durable, and counts once,
   * however often this is cut off and done again. One that comes after its hour was thinned is kept: PostgreSQL adds it to the
   * figures when it is old enough itself, InfluxDB keeps it as a reading. One run at a time: the caller sees to that.
   */
  thin: (passing: Passing) => Promise<Thinned>
  /** Forgets readings and hourly figures alike. */
  forget: (passing: Passing) => Promise<Forgotten>
  /** Resolves if the database answers. */
  ping: () => Promise<void>
  close: () => Promise<void>
}

/** The database cannot answer now: wait and try again. */
export class TelemetryUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TelemetryUnavailable'
  }
}
