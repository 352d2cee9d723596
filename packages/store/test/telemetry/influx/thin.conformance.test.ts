import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { findProgram } from '@lading/services/find-program'
import { startInflux } from '@lading/services/influx'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Reading } from '@lading/shared/domain/reading'
import { prepareInflux } from '@lading/store/telemetry/influx/prepare'
import { createInfluxTelemetry } from '@lading/store/telemetry/influx/store'
import { TelemetryUnavailable } from '@lading/store/telemetry/telemetry-store'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dayMs, expectedHours, hourMs } from '../a-fleet.ts'

const t0 = Date.UTC(2026, 0, 1)
const passing = { recordedBeforeMs: t0 + 2 * hourMs, receivedBeforeMs: t0 + 9 * dayMs }
const always = (deviceId: string) => ({ deviceId, fromMs: 0, untilMs: t0 + 1e10 })
const reading = (deviceId: string, offsetMs: number, temperatureC: number): Reading => {
  return { deviceId, recordedAtMs: t0 + offsetMs, receivedAtMs: t0 + offsetMs + 500, temperatureC }
}
const late = (each: Reading): Reading => ({ ...each, receivedAtMs: t0 + 10 * dayMs })

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Stands between Lading and InfluxDB. `before` may ask for something else in place of what was asked; what is cut gets no answer. */
const between = async (
  target: string,
  { before, cutAfter }: { before?: (url: string) => Promise<string | undefined>; cutAfter?: (url: string) => boolean },
) => {
  const server = createServer(async (request, response) => {
    const url = decodeURIComponent(request.url ?? '')
    const body = await bodyOf(request)
    const instead = await before?.(url)
    const { authorization = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(`${target}${instead ?? request.url}`, {
      method: request.method ?? 'GET',
      headers: { authorization, 'content-type': type },
      ...(request.method === 'POST' && { body }),
    })
    const text = await answer.text()
    if (cutAfter?.(url)) return response.destroy()
    const version = answer.headers.get('x-influxdb-version')
    response.writeHead(answer.status, { 'content-type': 'application/json', ...(version && { 'x-influxdb-version': version }) })
    response.end(answer.status === 204 ? undefined : text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe.skipIf(!findProgram('influxd'))('Thinning in InfluxDB itself', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  let server: Awaited<ReturnType<typeof startInflux>>
  beforeAll(async () => {
    directory = await temporaryDirectory()
    server = await startInflux({ directory: directory.path })
  })
  afterAll(async () => {
    await server?.stop()
    await directory?.remove()
  })

  const inTime = ['a', 'b'].flatMap((device) => [0, 10, 20, 70, 80].map((minute, at) => reading(device, minute * 60_000, at)))
  const late1 = late(reading('a', 15 * 60_000, 40))
  const late2 = late(reading('b', 75 * 60_000, 50))

  test('Cut off after any of its steps, it goes on where it was: nothing is lost, and nothing counts twice.', async () => {
    let requests = Number.POSITIVE_INFINITY
    for (let cutAt = 1; cutAt <= requests; cutAt++) {
      const database = `cut-${cutAt}`
      await prepareInflux({ url: server.url, database })
      const direct = createInfluxTelemetry({ url: server.url, database, lateAfterMs: 2 * dayMs })
      await direct.write([...inTime, late1])
      let seen = 0
      const url = await between(server.url, {
        before: async (asked) => {
          // Whoever is cut off while it deletes may have deleted half.
          return ++seen === cutAt && asked.includes('DELETE FROM "reading" ') ? encodeURI(`${asked} AND "device" = 'a'`) : undefined
        },
        cutAfter: () => seen === cutAt,
      })
      const outcome = await createInfluxTelemetry({ url, database })
        .thin(passing)
        .catch((error: Error) => error)
      if (seen < cutAt) requests = seen
      else expect(outcome).toBeInstanceOf(TelemetryUnavailable)
      // Another late reading comes before anybody goes on.
      await direct.write([late2])
      const again = { ...passing, receivedBeforeMs: passing.receivedBeforeMs + hourMs }
      expect(await direct.thin(again)).toMatchObject({ outcome: 'thinned' })
      for (const device of ['a', 'b']) {
        expect(await direct.hours(always(device))).toEqual(expectedHours(inTime.filter(({ deviceId }) => deviceId === device)))
        expect(await direct.readings(always(device))).toEqual([device === 'a' ? late1 : late2])
      }
    }
    expect(requests).toBeGreaterThan(15)
  })

  test('What comes in the very moment in which its hour is deleted is put back.', async () => {
    const database = 'moment'
    await prepareInflux({ url: server.url, database })
    const direct = createInfluxTelemetry({ url: server.url, database, lateAfterMs: 2 * dayMs })
    await direct.write(inTime)
    const hits: string[] = []
    const url = await between(server.url, {
      before: async (asked) => {
        if (!asked.includes('DELETE FROM "reading" ')) return undefined
        hits.push(asked)
        await direct.write([hits.length === 1 ? late1 : late2])
        return undefined
      },
    })
    expect(await createInfluxTelemetry({ url, database }).thin(passing)).toEqual({ outcome: 'thinned', readings: 10, hours: 4 })
    expect(hits).toHaveLength(2)
    expect(await direct.readings(always('a'))).toEqual([late1])
    expect(await direct.readings(always('b'))).toEqual([late2])
    for (const device of ['a', 'b'])
      expect(await direct.hours(always(device))).toEqual(expectedHours(inTime.filter(({ deviceId }) => deviceId === device)))
  })

  test('Told to stop, it stops between two hours, and the next run goes on.', async () => {
    const database = 'stop'
    await prepareInflux({ url: server.url, database })
    const stopping = new AbortController()
    const direct = createInfluxTelemetry({ url: server.url, database })
    await direct.write(inTime)
    const url = await between(server.url, {
      before: async (asked) => {
        if (asked.includes('DELETE FROM')) stopping.abort()
        return undefined
      },
    })
    const first = await createInfluxTelemetry({ url, database }).thin({ ...passing, signal: stopping.signal })
    expect(first).toEqual({ outcome: 'thinned', readings: 6, hours: 2 })
    expect(await direct.thin(passing)).toEqual({ outcome: 'thinned', readings: 4, hours: 2 })
  })
})

describe('InfluxDB of other versions', () => {
  const answering = async (version: string | undefined, answer: (method: string, url: string, body: string) => object | undefined) => {
    const server = createServer(async (request, response) => {
      const body = (await bodyOf(request)).toString()
      const said = request.url === '/ping' ? undefined : answer(request.method ?? '', decodeURIComponent(request.url ?? ''), body)
      response.writeHead(said ? 200 : 204, { 'content-type': 'application/json', ...(version && { 'x-influxdb-version': version }) })
      response.end(said && JSON.stringify(said))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closers.push(() => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const nothing = { results: [{ series: [] }] }

  test('InfluxDB 2 is asked by the bucket that has the name of the database, device by device where one is spared.', async () => {
    const deletions: { url: string; body: unknown }[] = []
    const url = await answering('v2.7.11', (method, path, body) => {
      if (path.startsWith('/api/v2/buckets')) return { buckets: [{ name: 'lading', id: 'b1', orgID: 'o1' }] }
      if (method === 'POST') {
        deletions.push({ url: path, body: JSON.parse(body) })
        return undefined
      }
      const series = (devices: string[]) => ({
        series: devices.map((device) => ({ tags: { device }, columns: ['time', 'count'], values: [[0, 1]] })),
      })
      return { results: [series(['a "b"', 'busy']), series(['busy'])] }
    })
    const store = createInfluxTelemetry({ url, database: 'lading', token: 'secret' })
    expect(await store.forget({ recordedBeforeMs: t0, receivedBeforeMs: t0 })).toEqual({ outcome: 'forgotten' })
    const range = { start: '1970-01-01T00:00:00.000Z', stop: '2025-12-31T23:59:59.999999999Z' }
    const at = '/api/v2/delete?bucketID=b1&orgID=o1'
    expect(deletions).toEqual([
      { url: at, body: { ...range, predicate: '_measurement="reading" AND device="a \\"b\\""' } },
      { url: at, body: { ...range, predicate: '_measurement="reading_hourly"' } },
      { url: at, body: { ...range, predicate: '_measurement="thinned_hour"' } },
    ])
  })

  test('Without such a bucket nothing is thinned, and it is said why.', async () => {
    const url = await answering('v2.7.11', (_, path) => (path.startsWith('/api/v2/buckets') ? { buckets: [] } : nothing))
    const why = 'there is no bucket named "lading" that the token of Lading may read'
    expect(await createInfluxTelemetry({ url, database: 'lading' }).thin(passing)).toEqual({ outcome: 'impossible', why })
  })

  test.each(['3.9.1', undefined])(
    'InfluxDB %s deletes nothing, so that nothing is thinned, and it is said what to do.',
    async (version) => {
      const url = await answering(version, () => nothing)
      const store = createInfluxTelemetry({ url, database: 'lading' })
      const impossible = { outcome: 'impossible', why: expect.stringContaining('set a retention period') }
      expect(await store.thin(passing)).toEqual(impossible)
      expect(await store.forget(passing)).toEqual(impossible)
    },
  )
})
