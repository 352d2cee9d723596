import type { Reading } from '@lading/shared/domain/reading'
import { conditionNames } from '@lading/shared/domain/reading'
import { type HourlyFigures, hourOf } from '@lading/store/telemetry/hourly-figures'
import { expect } from 'vitest'

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** What the hours of these readings come to, worked out the plain way. */
export const expectedHours = (readings: Reading[]): HourlyFigures[] => {
  const hours = Map.groupBy(
    readings.toSorted((a, b) => a.recordedAtMs - b.recordedAtMs),
    ({ recordedAtMs }) => hourOf(recordedAtMs),
  )
  return [...hours].map(([start, inHour]) => {
    const fix = inHour.findLast(({ lat, lon }) => lat !== undefined && lon !== undefined)
    const conditions: HourlyFigures['conditions'] = {}
    for (const name of conditionNames) {
      const values = inHour.flatMap((reading) => reading[name] ?? [])
      if (values.length === 0) continue
      const mean = expect.closeTo(values.reduce((sum, value) => sum + value, 0) / values.length, 6)
      conditions[name] = { count: values.length, min: Math.min(...values), mean, max: Math.max(...values) }
    }
    return {
      deviceId: inHour[0]?.deviceId ?? '',
      hourMs: start,
      count: inHour.length,
      firstMs: inHour[0]?.recordedAtMs ?? 0,
      lastMs: inHour.at(-1)?.recordedAtMs ?? 0,
      ...(fix && {
        fix: {
          recordedAtMs: fix.recordedAtMs,
          lat: fix.lat as number,
          lon: fix.lon as number,
          ...(fix.speedKmh !== undefined && { speedKmh: fix.speedKmh }),
          ...(fix.headingDeg !== undefined && { headingDeg: fix.headingDeg }),
        },
      }),
      conditions,
    }
  })
}
