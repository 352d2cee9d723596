import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findProgram } from '@lading/services/find-program'
import type { Device, RegisteredDevice } from '@lading/shared/contract/device'
import type { MapView } from '@lading/shared/contract/map'
import type { Shipment, ShipmentPage } from '@lading/shared/contract/shipment'
import type { Track } from '@lading/shared/contract/track'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn } from '../src/api.ts'
import { type Platform, startPlatform } from '../src/platform.ts'
import { until } from '../src/until.ts'

const run = promisify(execFile)
const projectDirectory = fileURLToPath(new URL('../..', import.meta.url))
const allThere = ['mosquitto', 'influxd', 'redis-server'].every((name) => findProgram(name))

// Six fixes of a phone on the road from Arnhem to Apeldoorn, as the OwnTracks recorder writes them; one last will among them.
const fixes = [
  [51.98, 5.91],
  [52.02, 5.92],
  [52.07, 5.93],
  [52.12, 5.94],
  [52.17, 5.95],
  [52.21, 5.96],
] as const
const recording = fixes
  .map(([lat, lon], index) => {
    const tst = 1_760_000_000 + index * 300
    const stamp = new Date(tst * 1000).toISOString().replace('.000', '')
    return `${stamp}\t*                 \t${JSON.stringify({ _type: 'location', lat, lon, tst, acc: 10, batt: 80 - index, vel: 60 })}`
  })
  .toSpliced(3, 0, '2025-10-09T08:12:00Z\t-                 \t{"_type":"lwt","tst":"1759997000"}')
  .join('\n')

describe.skipIf(!allThere)('Lading on Mosquitto, InfluxDB and Redis', () => {
  let data: string
  let platform: Platform

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lading-e2e-'))
    platform = await startPlatform({ data, args: ['--real', '--no-simulators'] })
  })
  afterAll(async () => {
    await platform?.stop()
    await rm(data, { recursive: true, force: true })
  })

  const askInflux = async (statement: string) => {
    const url = /http:\S+/.exec(platform.addresses.services.telemetry)?.[0]
    const response = await fetch(`${url}/query?db=lading&epoch=ms&q=${encodeURIComponent(statement)}`)
    const answer = (await response.json()) as { results: { series?: { values: number[][] }[] }[] }
    return answer.results[0]?.series?.[0]?.values ?? []
  }

  it('says which servers it runs on', () => {
    const { broker, telemetry, queue } = platform.addresses.services
    expect([broker, telemetry, queue].join()).toMatch(/Mosquitto.*InfluxDB.*Redis/)
  })

  it('takes a recorded track by MQTT into InfluxDB, the shipment’s track and the map', async () => {
    const file = join(data, 'van.rec')
    await writeFile(file, recording)
    const replay = ['run', '--silent', 'simulate', '--', 'replay', file, '--fast', '--addresses', join(data, 'addresses.json')]
    const { stdout } = await run('npm', replay, { cwd: projectDirectory })
    const [shipmentId] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(stdout) ?? []
    const [deviceId] = /\S+:\S+(?= sent to)/.exec(stdout) ?? []
    expect(shipmentId).toBeDefined()

    const stored = await until(async () => {
      const rows = await askInflux(`SELECT lat, lon FROM reading WHERE device = '${deviceId}'`)
      return rows.length === fixes.length ? rows : undefined
    }, 'all fixes in InfluxDB')
    expect(stored.map(([, lat, lon]) => [lat, lon])).toEqual(fixes)

    const { get } = await signedIn(platform.addresses)
    const track = (await get(`/shipments/${shipmentId}/track`)) as Track
    expect(track.points.map(({ lat, lon }) => [lat, lon])).toEqual(fixes)
    await until(async () => {
      const { shipments } = (await get('/map?bbox=5,51,7,53')) as MapView
      return shipments.some(({ id, position }) => id === shipmentId && position?.lat === fixes.at(-1)?.[0])
    }, 'the shipment on the map, at its last fix')
    const shipment = (await get(`/shipments/${shipmentId}`)) as Shipment
    expect(shipment.milestones.filter(({ classifier }) => classifier === 'ACT').map(({ code }) => code)).toContain('DEPA')
  })

  it('takes a phone’s OwnTracks message for a device that staff registered and assigned', async () => {
    const { get, post } = await signedIn(platform.addresses)
    const { items } = (await get('/shipments')) as ShipmentPage
    const shipmentId = items[0]?.id as string
    const { secret } = (await post('/devices', { id: 'ada:phone' })) as RegisteredDevice
    await post('/devices/ada:phone/assignments', { shipmentId, from: new Date(Date.now() - 60_000).toISOString() })

    const client = await mqtt.connectAsync(platform.addresses.mqtt, { username: 'ada:phone', clientId: 'ada:phone', password: secret })
    const tst = Math.floor(Date.now() / 1000)
    await client.publishAsync('owntracks/ada/phone', JSON.stringify({ _type: 'location', lat: 52.2, lon: 5.97, tst, batt: 77 }), { qos: 1 })
    await client.endAsync()

    await until(async () => (await askInflux(`SELECT lat FROM reading WHERE device = 'ada:phone'`)).length === 1, 'the reading in InfluxDB')
    // The latest state follows the reading within the same batch.
    const device = await until(async () => {
      const found = (await get('/devices/ada:phone')) as Device
      return found.position ? found : undefined
    }, 'the device’s position')
    expect(device).toMatchObject({ position: { lat: 52.2, lon: 5.97 }, batteryPct: 77 })
    await until(async () => {
      const { points } = (await get(`/shipments/${shipmentId}/track`)) as Track
      return points.some(({ lat, lon }) => lat === 52.2 && lon === 5.97)
    }, 'the fix in the shipment’s track')
  })

  it('refuses a wrong password, a foreign topic, a revoked device, and who does not say who he is', async () => {
    const { post } = await signedIn(platform.addresses)
    const { secret } = (await post('/devices', { id: 'van-9' })) as RegisteredDevice
    const connect = (password: string) =>
      mqtt.connectAsync(
        platform.addresses.mqtt,
        { username: 'van-9', clientId: 'van-9', password, protocolVersion: 5, reconnectPeriod: 0 },
        false,
      )
    await expect(mqtt.connectAsync(platform.addresses.mqtt, { reconnectPeriod: 0 }, false)).rejects.toThrow('Not authorized')
    await expect(connect('guessed')).rejects.toThrow('Not authorized')
    const client = await connect(secret)
    await expect(client.publishAsync('lading/v1/ada:phone/telemetry', '{}', { qos: 1 })).rejects.toThrow('Not authorized')
    const gone = new Promise<void>((resolve) => client.once('close', () => resolve()))
    await post('/devices/van-9/revoke', {})
    await gone
    await expect(connect(secret)).rejects.toThrow('Not authorized')
  })

  it('logs no error', async () => {
    for (const name of ['api.log', 'ingest.log', 'workers.log']) {
      const text = (await platform.logs())[name] ?? ''
      expect(
        text.split('\n').filter((line) => /"level":[56]0/.test(line)),
        name,
      ).toEqual([])
    }
  })
})
