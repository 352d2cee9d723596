import { measurementNames, type Reading } from '@lading/shared/domain/reading'
import { defaultLimit } from '../default-limit.ts'
import { sliceWidthMs } from '../slice-width.ts'
import type { Fix, TelemetryStore } from '../telemetry-store.ts'
import { writeOrBisect } from '../write-or-bisect.ts'
import { createConnection, type InfluxSettings } from './connection.ts'
import { toLines } from './line-protocol.ts'
import { selectCount, selectFixes, selectReadings, selectSeries } from './statements.ts'

type Row = Record<string, unknown>

const numberIn = (row: Row, name: string) => row[name] as number
const present = (value: unknown) => value !== null && value !== undefined

const toReading = (deviceId: string, row: Row): Reading => {
  const reading: Reading = { deviceId, recordedAtMs: numberIn(row, 'time'), receivedAtMs: numberIn(row, 'receivedAtMs') }
  for (const name of measurementNames) if (present(row[name])) reading[name] = numberIn(row, name)
  return reading
}

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
  return {
    write: (readings) => writeOrBisect(readings, (some) => write(toLines(some))),
    readings: async (range, limit = defaultLimit) =>
      (await query(selectReadings(range, limit))).map((row) => toReading(range.deviceId, row)),
    fixes: async (range, limit = defaultLimit) => (await query(selectFixes(range, limit))).map(toFix),
    series: async (range, measurement, slices) => {
      const rows = await query(selectSeries(range, measurement, sliceWidthMs(range, slices)))
      return rows.map((row) => ({
        atMs: numberIn(row, 'time'),
        min: numberIn(row, 'min'),
        mean: numberIn(row, 'mean'),
        max: numberIn(row, 'max'),
      }))
    },
    count: async (range) => {
      const [row] = await query(selectCount(range))
      return row ? numberIn(row, 'count') : 0
    },
    ping: probe,
    // Connections are the process's shared HTTP agent, which closes idle ones by itself.
    close: async () => {},
  }
}
