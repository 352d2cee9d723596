import type { ConditionName } from '@lading/shared/domain/reading'
import { measurementNames } from '@lading/shared/domain/reading'
import type { DeviceRange } from '../telemetry-store.ts'

// In an InfluxQL string a backslash escapes, and a quote ends: both are escaped.
export const text = (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`

const within = ({ deviceId, fromMs, untilMs }: DeviceRange) =>
  `"device" = ${text(deviceId)} AND time >= ${Math.trunc(fromMs)}ms AND time < ${Math.trunc(untilMs)}ms`

const fields = ['receivedAtMs', ...measurementNames].map((name) => `"${name}"`).join(', ')

export const selectReadings = (range: DeviceRange, limit: number) =>
  `SELECT ${fields} FROM "reading" WHERE ${within(range)} ORDER BY time ASC LIMIT ${limit}`

export const selectFixes = (range: DeviceRange, limit: number) =>
  // A comparison holds only where there is a value: rows without a position do not count towards the limit.
  `SELECT "lat", "lon", "speedKmh", "headingDeg" FROM "reading" WHERE ${within(range)} AND "lat" >= -90 AND "lon" >= -180 ORDER BY time ASC LIMIT ${limit}`

/** Slices begin at `fromMs`, not at a multiple of the width since 1970. */
export const selectSeries = (range: DeviceRange, measurement: ConditionName, widthMs: number) =>
  `SELECT MIN("${measurement}") AS "min", MEAN("${measurement}") AS "mean", MAX("${measurement}") AS "max", COUNT("${measurement}") AS "count" FROM "reading" ` +
  `WHERE ${within(range)} GROUP BY time(${widthMs}ms, ${Math.trunc(range.fromMs) % widthMs}ms) FILL(none)`

export const selectCount = (range: DeviceRange) => `SELECT COUNT("receivedAtMs") AS "count" FROM "reading" WHERE ${within(range)}`
