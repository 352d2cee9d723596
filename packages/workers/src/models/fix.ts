import type { Reading } from '@lading/shared/domain/reading'
import type { Point } from '@lading/shared/geo/point'

/** Where a device was at an instant of its own clock. */
export type Fix = Point & { atMs: number; speedKmh?: number; headingDeg?: number; accuracyM?: number }

export const hourMs = 3_600_000
export const minuteMs = 60_000

/** The readings that say where, oldest first. */
export const fixesOf = (readings: Reading[]): Fix[] =>
  readings
    .flatMap(({ lat, lon, recordedAtMs: atMs, speedKmh, headingDeg, accuracyM }) =>
      lat === undefined || lon === undefined ? [] : [{ lat, lon, atMs, speedKmh, headingDeg, accuracyM }],
    )
    .sort((a, b) => a.atMs - b.atMs)
