import type { ConditionName, Reading } from '@lading/shared/domain/reading'

/** A stretch of one device's time, milliseconds since 1970; `fromMs` included, `untilMs` not. */
export type DeviceRange = { deviceId: string; fromMs: number; untilMs: number }

export type Fix = { recordedAtMs: number; lat: number; lon: number; speedKmh?: number; headingDeg?: number }

/** One slice of a series: extremes and mean of the values in it. */
export type Slice = { atMs: number; min: number; mean: number; max: number }

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
  /** The reports that have a position, oldest first, at most `limit`. */
  fixes: (range: DeviceRange, limit?: number) => Promise<Fix[]>
  /** The range cut into `slices` equal slices; those without a value are left out. */
  series: (range: DeviceRange, measurement: ConditionName, slices: number) => Promise<Slice[]>
  /** How many readings a device has in the range. */
  count: (range: DeviceRange) => Promise<number>
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
