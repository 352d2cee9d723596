import { defaultLimit } from '../default-limit.ts'
import type { Fix } from '../fix.ts'
import { hourMs } from '../hourly-figures.ts'
import { fromHourlyRow } from '../hourly-row.ts'
import { sliceWidthMs } from '../slice-width.ts'
import type { DeviceRange, TelemetryStore } from '../telemetry-store.ts'
import { fixesWithHours, seriesWithHours } from '../with-hours.ts'
import { writeOrBisect } from '../write-or-bisect.ts'
import { createConnection, type InfluxSettings, type Row } from './connection.ts'
import { forgetReadings } from './forget.ts'
import { selectHours } from './hourly-statements.ts'
import { selectCount, selectFixes, selectReadings, selectSeries } from './statements.ts'
import { thinReadings } from './thin.ts'
import { numberIn, present, toReading } from './to-reading.ts'
import { withLateCopies } from './with-late-copies.ts'

/** Thinning asks for an hour of all devices at once, and deletes it. */
const thinningTimeoutMs = 60_000

const toFix = (row: Row): Fix => ({
  recordedAtMs: numberIn(row, 'time'),
  lat: numberIn(row, 'lat'),
  lon: numberIn(row, 'lon'),
  ...(present(row.speedKmh) && { speedKmh: numberIn(row, 'speedKmh') }),
  ...(present(row.headingDeg) && { headingDeg: numberIn(row, 'headingDeg') }),
})

/** Readings in InfluxDB 1.x, 2.x or 3.x. */
export const createInfluxTelemetry = (settings: InfluxSettings): TelemetryStore => {
  const { write, query, probe } = createConnection(settings)
  const patient = createConnection({ ...settings, timeoutMs: thinningTimeoutMs })
  const hours = async (range: DeviceRange) =>
    (await query(selectHours(range))).map((row) =>
      fromHourlyRow(range.deviceId, { ...(row as Record<string, number | null>), hourMs: numberIn(row, 'time') }),
    )
  // Of the hour in which the range begins, too: its last reading may be within.
  const hoursAround = (range: DeviceRange) => hours({ ...range, fromMs: range.fromMs - hourMs })
  return {
    write: (readings) => writeOrBisect(readings, (some) => write(withLateCopies(some, settings.lateAfterMs))),
    readings: async (range, limit = defaultLimit) =>
      (await query(selectReadings(range, limit))).map((row) => toReading(range.deviceId, row)),
    fixes: async (range, limit = defaultLimit) => {
      const [rows, around] = await Promise.all([query(selectFixes(range, limit)), hoursAround(range)])
      return fixesWithHours(rows.map(toFix), around, range, limit)
    },
    series: async (range, measurement, slices) => {
      const widthMs = sliceWidthMs(range, slices)
      const [rows, around] = await Promise.all([query(selectSeries(range, measurement, widthMs)), hoursAround(range)])
      const ofReadings = rows.map((row) => ({
        atMs: numberIn(row, 'time'),
        count: numberIn(row, 'count'),
        min: numberIn(row, 'min'),
        mean: numberIn(row, 'mean'),
        max: numberIn(row, 'max'),
      }))
      return seriesWithHours(ofReadings, around, measurement, range, widthMs)
    },
    count: async (range) => {
      const [row] = await query(selectCount(range))
      return row ? numberIn(row, 'count') : 0
    },
    hours,
    thin: (passing) => thinReadings(patient, passing),
    forget: (passing) => forgetReadings(patient, passing),
    ping: probe,
    // Connections are the process's shared HTTP agent, which closes idle ones by itself.
    close: async () => {},
  }
}
