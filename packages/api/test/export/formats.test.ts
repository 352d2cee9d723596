import { toCsv } from '@lading/api/export/csv'
import { toGeoJson } from '@lading/api/export/geojson'
import { toGpx } from '@lading/api/export/gpx'
import { inPages } from '@lading/api/export/in-pages'
import type { Fix } from '@lading/store/telemetry/fix'
import { expect, it } from 'vitest'

const all = async <Row>(rows: AsyncIterable<Row>): Promise<Row[]> => {
  const list: Row[] = []
  for await (const row of rows) list.push(row)
  return list
}
const text = async (parts: AsyncIterable<string>) => (await all(parts)).join('')
const fix = (deviceId: string, recordedAtMs: number, lat: number, lon: number): Fix & { deviceId: string } => ({
  ...{ deviceId, recordedAtMs, lat, lon },
})
async function* of<Row>(...rows: Row[]) {
  yield* rows
}

it('A GPX track has a segment for each device and escapes names.', async () => {
  const gpx = await text(toGpx('A<&>"', of(fix('a', 0, 1, 2), fix('a', 1000, 3, 4), fix('b', 2000, 5, 6))))
  expect(gpx).toContain('<name>A&lt;&amp;&gt;&quot;</name>')
  expect(gpx.match(/<trkseg>/g)).toHaveLength(2)
  expect(gpx.match(/<\/trkseg>/g)).toHaveLength(2)
  expect(gpx).toContain('<trkpt lat="3" lon="4"><time>1970-01-01T00:00:01.000Z</time></trkpt>')
})

it('A GPX track of nothing is a track still.', async () => {
  const gpx = await text(toGpx('A', of()))
  expect(gpx).not.toContain('trkseg')
  expect(gpx).toContain('</trk>\n</gpx>')
})

it('GeoJSON is a collection of points, longitude first.', async () => {
  const { type, features } = JSON.parse(await text(toGeoJson(of({ ...fix('a', 0, 1, 2), speedKmh: 30 }, fix('a', 1000, 3, 4)))))
  expect(type).toBe('FeatureCollection')
  expect(features.map(({ geometry }: { geometry: { coordinates: number[] } }) => geometry.coordinates)).toEqual([
    [2, 1],
    [4, 3],
  ])
  expect(features[0].properties).toEqual({ recordedAt: '1970-01-01T00:00:00.000Z', deviceId: 'a', speedKmh: 30 })
  expect(JSON.parse(await text(toGeoJson(of()))).features).toEqual([])
})

it('CSV has every measurement, and nothing where none was made.', async () => {
  const lines = (await text(toCsv(of({ ...fix('a', 0, 1.5, 2), receivedAtMs: 5, temperatureC: -18.2 })))).split('\r\n')
  expect(lines[0]).toBe(
    'recordedAt,deviceId,lat,lon,accuracyM,altitudeM,speedKmh,headingDeg,temperatureC,humidityPct,shockG,lightLux,pressureHpa,batteryPct',
  )
  expect(lines[1]).toBe('1970-01-01T00:00:00.000Z,a,1.5,2,,,,,-18.2,,,,,')
})

it('Pages join without a gap and without a reading told twice, device after device.', async () => {
  const stored = Array.from({ length: 25_000 }, (_, at) => ({ recordedAtMs: at }))
  const asked: number[] = []
  const read = async ({ fromMs, untilMs }: { fromMs: number; untilMs: number }, limit: number) => {
    asked.push(limit)
    return stored.filter(({ recordedAtMs }) => recordedAtMs >= fromMs && recordedAtMs < untilMs).slice(0, limit)
  }
  const ranges = [
    { deviceId: 'a', fromMs: 0, untilMs: 22_000 },
    { deviceId: 'b', fromMs: 22_000, untilMs: 25_000 },
  ]
  const rows = await all(inPages(ranges, read))
  expect(rows.map(({ recordedAtMs }) => recordedAtMs)).toEqual(stored.map(({ recordedAtMs }) => recordedAtMs))
  expect(rows.filter(({ deviceId }) => deviceId === 'b')).toHaveLength(3_000)
  expect(Math.max(...asked)).toBeLessThan(stored.length)
})
