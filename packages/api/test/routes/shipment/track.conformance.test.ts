import type { Shipment } from '@lading/shared/contract/shipment'
import type { Conditions, Track } from '@lading/shared/contract/track'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newShipment, places } from '../../support/examples.ts'
import { startApi, type TestApi } from '../../support/platform.ts'

const hourMs = 3_600_000
const start = Date.UTC(2026, 2, 1)
const at = (hours: number) => new Date(start + hours * hourMs).toISOString()

describe('Track and conditions', () => {
  let api: TestApi
  let as: Awaited<ReturnType<TestApi['as']>>
  let id: string
  const track = async (query = '') => (await as('GET', `/v1/shipments/${id}/track${query}`)).json() as Track
  const conditions = async (query: string) => ((await as('GET', `/v1/shipments/${id}/conditions?${query}`)).json() as Conditions).series

  beforeAll(async () => {
    api = await startApi({ clock: { now: () => new Date(at(100)) } })
    as = await api.as('operator')
    for (const place of places) await as('PUT', `/v1/locations/${place.code}`, place)
    for (const device of ['first', 'second']) await as('POST', '/v1/devices', { id: device })
    id = ((await as('POST', '/v1/shipments', newShipment())).json() as Shipment).id
    await as('POST', '/v1/devices/first/assignments', { shipmentId: id, from: at(10), until: at(20) })
    await as('POST', '/v1/devices/second/assignments', { shipmentId: id, from: at(20) })
    // Both devices report all the time; only what they say while assigned is about this shipment.
    await api.telemetry.write(
      ['first', 'second'].flatMap((deviceId, which) =>
        Array.from({ length: 50 }, (_, hour) => ({
          deviceId,
          recordedAtMs: start + hour * hourMs,
          receivedAtMs: start + hour * hourMs,
          lat: which * 10 + hour / 10,
          lon: hour % 2 === 0 ? 0 : 0.3,
          temperatureC: hour === 25 ? 40 : 5,
          ...(hour === 12 ? { speedKmh: 36, headingDeg: 90 } : {}),
        })),
      ),
    )
  })
  afterAll(() => api?.stop())

  it('A track joins the devices that went along, each for its time only.', async () => {
    const { points, total } = await track()
    expect(total).toBe(40)
    expect(points).toHaveLength(40)
    expect(points[0]).toEqual({ lat: 1, lon: 0, recordedAt: at(10), speedKmh: null, headingDeg: null })
    expect(points[2]).toMatchObject({ speedKmh: 36, headingDeg: 90 })
    expect(points[9]?.lat).toBeCloseTo(1.9)
    expect(points[10]?.lat).toBeCloseTo(12)
  })

  it('A time range cuts it, and a number of points simplifies it with its ends kept.', async () => {
    const cut = await track(`?from=${at(15)}&until=${at(25)}`)
    expect([cut.total, cut.points[0]?.recordedAt, cut.points.at(-1)?.recordedAt]).toEqual([10, at(15), at(24)])
    const simple = await track('?points=5')
    expect([simple.total, simple.points.length]).toEqual([40, 5])
    expect([simple.points[0]?.recordedAt, simple.points.at(-1)?.recordedAt]).toEqual([at(10), at(49)])
  })

  it('A stretch without a fix is told, however few points are asked for.', async () => {
    await as('POST', '/v1/devices', { id: 'pausing' })
    const other = ((await as('POST', '/v1/shipments', newShipment())).json() as Shipment).id
    await as('POST', '/v1/devices/pausing/assignments', { shipmentId: other, from: at(10) })
    const hours = [10, 11, 12, 13, 37, 38, 39]
    await api.telemetry.write(
      hours.map((hour) => {
        const recordedAtMs = start + hour * hourMs
        return { deviceId: 'pausing', recordedAtMs, receivedAtMs: recordedAtMs, lat: 10, lon: hour / 10 }
      }),
    )
    const { gaps, points } = (await as('GET', `/v1/shipments/${other}/track?points=2`)).json() as Track
    expect(points).toHaveLength(2)
    expect(gaps).toEqual([{ from: at(13), until: at(37) }])
  })

  it('One hot hour stays visible however few points are asked for.', async () => {
    const [temperature] = await conditions('measurement=temperatureC&points=4')
    expect(temperature?.points.length).toBeLessThanOrEqual(4)
    expect(Math.max(...(temperature?.points ?? []).map(({ max }) => max))).toBe(40)
    expect(Math.min(...(temperature?.points ?? []).map(({ min }) => min))).toBe(5)
  })

  it('Without a choice every measurement that was reported comes, and no other.', async () => {
    expect((await conditions('')).map(({ measurement }) => measurement)).toEqual(['temperatureC', 'speedKmh'])
  })

  it('A range in which nothing happened is empty, not an error.', async () => {
    const nothing = { points: [], gaps: [], total: 0, hourlyUntil: null }
    expect(await track(`?from=${at(60)}&until=${at(70)}`)).toEqual(nothing)
    expect(await track(`?from=${at(30)}&until=${at(20)}`)).toEqual(nothing)
    expect(await conditions(`from=${at(60)}&until=${at(70)}`)).toEqual([])
  })

  it('It can be taken along as GPX, GeoJSON and CSV, under its own name.', async () => {
    const gpx = await as('GET', `/v1/shipments/${id}/export/gpx?until=${at(30)}`)
    expect(gpx.headers['content-type']).toContain('application/gpx+xml')
    expect(gpx.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.gpx"$/)
    expect(gpx.body.match(/<trkpt /g)).toHaveLength(20)
    const { features } = (await as('GET', `/v1/shipments/${id}/export/geojson`)).json()
    expect(features).toHaveLength(40)
    const csv = (await as('GET', `/v1/shipments/${id}/export/csv`)).body.trimEnd().split('\r\n')
    expect(csv).toHaveLength(41)
    expect(csv[1]).toMatch(new RegExp(`^${at(10)},first,`))
  })

  it('Where readings have become hourly figures, track and series go on, and say until when.', async () => {
    const before = await track()
    const [temperature] = await conditions('measurement=temperatureC&points=40')
    expect([before.hourlyUntil, temperature?.hourlyUntil]).toEqual([null, null])
    await api.telemetry.thin({ recordedBeforeMs: Date.parse(at(30)), receivedBeforeMs: Date.parse(at(40)) })
    expect(await track()).toEqual({ ...before, hourlyUntil: at(29) })
    const [thinned] = await conditions('measurement=temperatureC&points=40')
    expect(thinned?.points).toEqual(temperature?.points)
    // Ten hours of the first device, then slices of two hours of the second one.
    expect(thinned?.hourlyUntil).toBe(thinned?.points[14]?.at)
    const young = await track(`?from=${at(30)}`)
    expect([young.total, young.hourlyUntil]).toEqual([20, null])
  })

  it('Other formats and other shipments are refused.', async () => {
    expect((await as('GET', `/v1/shipments/${id}/export/kml`)).statusCode).toBe(400)
    expect((await as('GET', '/v1/shipments/00000000-0000-4000-8000-000000000000/export/csv')).statusCode).toBe(404)
  })
})
