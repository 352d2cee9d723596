import type { LadingReading } from '@lading/shared/contract/telemetry'
import { distanceKm } from '@lading/shared/geo/distance'
import { hourMs } from '../movement/movement.ts'
import { knotKmh } from '../movement/sail.ts'
import { UsageError } from '../usage-error.ts'
import type { Track, TrackMessage } from './track.ts'

const columns = {
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'longitude'],
  knots: ['speed_knots', 'speed', 'sog'],
  course: ['course', 'cog'],
  time: ['time', 'timestamp', 'recordedat', 'basedatetime'],
} as const

type Row = { lat: number; lon: number; knots?: number; course?: number; time?: string }

/** A track as a table: longitude and latitude, and where known speed over ground in knots, course and time. */
export const parseCsv = (text: string): Track => {
  const rows = readRows(text)
  let atMs = 0
  const fixes = rows.map((row, index): TrackMessage => {
    const before = rows[index - 1]
    const timeMs = row.time === undefined ? Number.NaN : Date.parse(row.time)
    atMs = Number.isNaN(timeMs) ? (before ? atMs + gapMs(before, row) : 0) : timeMs
    return { atMs, lat: row.lat, lon: row.lon, payloadAt: (ms) => JSON.stringify(readingOf(row, ms)) }
  })
  return { fixes: fixes.sort((a, b) => a.atMs - b.atMs), others: [] }
}

// Without times the ship needs as long as the way takes at the mean of the two speeds; at least a second, so that no two fixes
// share a time, at most an hour, and a knot is assumed where the speed says that it lies still and the position that it does not.
const gapMs = (before: Row, row: Row) => {
  const km = distanceKm(before, row)
  const knots = ((before.knots ?? 0) + (row.knots ?? 0)) / 2
  return Math.round(Math.min(hourMs, Math.max(1000, (km / (Math.max(knots, knots > 0 ? 0.1 : 1) * knotKmh)) * hourMs)))
}

const readingOf = ({ lat, lon, knots, course }: Row, atMs: number): LadingReading => ({
  recordedAt: new Date(atMs).toISOString(),
  lat,
  lon,
  ...(knots === undefined ? {} : { speedKmh: Number((knots * knotKmh).toFixed(2)) }),
  // AIS says 360 for "not available".
  ...(course === undefined || course < 0 || course >= 360 ? {} : { headingDeg: course }),
})

const readRows = (text: string): Row[] => {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const names = head.split(',').map((name) => name.trim().replaceAll('"', '').toLowerCase())
  const place = (known: readonly string[]) => names.findIndex((name) => known.includes(name))
  const [lat, lon] = [place(columns.lat), place(columns.lon)]
  if (lat < 0 || lon < 0) throw new UsageError(`the first line names no column lat and lon, but "${head.slice(0, 80)}"`)
  const [knots, course, time] = [place(columns.knots), place(columns.course), place(columns.time)]
  return lines.flatMap((line) => {
    const cells = line.split(',').map((cell) => cell.trim().replaceAll('"', ''))
    const row = {
      lat: number(cells[lat]),
      lon: number(cells[lon]),
      knots: number(cells[knots]),
      course: number(cells[course]),
      time: cells[time],
    }
    return row.lat === undefined || row.lon === undefined ? [] : [{ ...row, lat: row.lat, lon: row.lon }]
  })
}

const number = (cell: string | undefined) =>
  cell === undefined || cell === '' || !Number.isFinite(Number(cell)) ? undefined : Number(cell)
