import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { findProgram } from '@lading/services/find-program'
import { startInflux } from '@lading/services/influx'
import { temporaryDirectory } from '@lading/services/temporary-directory'
import type { Reading } from '@lading/shared/domain/reading'
import { prepareInflux } from '@lading/store/telemetry/influx/prepare'
import { createInfluxTelemetry } from '@lading/store/telemetry/influx/store'
import { TelemetryUnavailable } from '@lading/store/telemetry/telemetry-store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const reading = (deviceId: string, recordedAtMs: number): Reading => ({
  deviceId,
  recordedAtMs,
  receivedAtMs: recordedAtMs,
  temperatureC: 4,
})
const t0 = Date.UTC(2026, 0, 1)

describe.skipIf(!findProgram('influxd'))('InfluxDB itself', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>
  let server: Awaited<ReturnType<typeof startInflux>>
  beforeAll(async () => {
    directory = await temporaryDirectory()
    server = await startInflux({ directory: directory.path })
  })
  afterAll(async () => {
    await server.stop()
    await directory.remove()
  })

  test('Of a batch with type conflicts exactly the conflicting readings are refused; the others are stored.', async () => {
    const settings = { url: server.url, database: 'conflict' }
    await prepareInflux(settings)
    // Somebody else wrote a text where Lading writes a number. InfluxDB holds a field to one type within a week's shard.
    const foreign = await fetch(`${server.url}/write?db=conflict&precision=ms`, {
      method: 'POST',
      body: `reading,device=other temperatureC="warm" ${t0}`,
    })
    expect(foreign.status).toBe(204)
    const store = createInfluxTelemetry(settings)
    const week = 7 * 24 * 3600 * 1000
    const conflicting = [reading('d', t0 + 1), reading('d', t0 + 2)]
    const fine = Array.from({ length: 21 }, (_, at) => reading('d', t0 + 2 * week + at))
    const refused = await store.write([
      ...fine.slice(0, 7),
      conflicting[0] as Reading,
      ...fine.slice(7, 20),
      conflicting[1] as Reading,
      ...fine.slice(20),
    ])
    expect(refused.map((refusal) => refusal.reading)).toEqual(conflicting)
    expect(refused[0]?.detail).toMatch(/type/)
    expect(await store.readings({ deviceId: 'd', fromMs: t0 + week, untilMs: t0 + 3 * week })).toEqual(fine)
  })

  test('A database that is missing is waited for, not taken as a fault of the readings.', async () => {
    const store = createInfluxTelemetry({ url: server.url, database: 'nowhere' })
    await expect(store.write([reading('d', t0)])).rejects.toBeInstanceOf(TelemetryUnavailable)
    await expect(store.ping()).rejects.toBeInstanceOf(TelemetryUnavailable)
  })
})

describe('A server that answers like InfluxDB in trouble', () => {
  const answering = async (answer: (respond: (status: number, body: string) => void) => void) => {
    const server = createServer((request, response) => {
      request.resume()
      answer((status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
    }
  }

  test.each([401, 403, 404, 408, 429, 500, 503])('%i means later, not never.', async (status) => {
    const server = await answering((respond) => respond(status, '{"error":"in trouble"}'))
    const store = createInfluxTelemetry({ url: server.url, database: 'lading' })
    await expect(store.write([reading('d', t0)])).rejects.toThrow(
      new TelemetryUnavailable(`InfluxDB did not take the readings: ${status} in trouble`),
    )
    await server.close()
  })

  test('One that never answers is given up after the time-out.', async () => {
    const server = await answering(() => {})
    const store = createInfluxTelemetry({ url: server.url, database: 'lading', timeoutMs: 200 })
    await expect(store.write([reading('d', t0)])).rejects.toBeInstanceOf(TelemetryUnavailable)
    await expect(store.ping()).rejects.toBeInstanceOf(TelemetryUnavailable)
    await server.close()
  })
})
