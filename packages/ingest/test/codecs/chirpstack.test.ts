import { chirpstack } from '@lading/ingest/codecs/chirpstack'
import { expect, test } from 'vitest'

const topicOf = (event: string) => `application/5c1e/device/70B3D57ED0000002/event/${event}`
const decode = (message: unknown, event = 'up') =>
  chirpstack.decode(topicOf(event), Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)))
const time = '2026-06-01T11:59:58.775023242+00:00'
const up = (fields: object) => ({
  deduplicationId: '3f2a7c1e-0000-4000-8000-000000000001',
  time,
  deviceInfo: { applicationId: '5c1e', deviceName: 'Crate 2', devEui: '70b3d57ed0000002' },
  fCnt: 4,
  fPort: 1,
  rxInfo: [{ gatewayId: '0016c001f1500001', rssi: -36, location: { latitude: 51.9, longitude: 4.4 } }],
  ...fields,
})

test('An uplink with decoded fields is a claim of chirpstack:<devEui>, in small letters, at the time of the network.', () => {
  expect(decode(up({ object: { temperature: 4.5, humidity: 71 }, data: 'AWcAEA==' }))).toEqual({
    outcome: 'claims',
    deviceId: 'chirpstack:70b3d57ed0000002',
    claims: [{ values: { recordedAt: time, temperatureC: 4.5, humidityPct: 71 } }],
  })
})

test('Without a codec in the device profile there is no object, and port 1 is read as Cayenne LPP.', () => {
  expect(decode(up({ data: Buffer.from('01880676 5ff2960a0003e8'.replace(' ', ''), 'hex').toString('base64') }))).toMatchObject({
    claims: [{ values: { recordedAt: time, lat: 42.3519, lon: -87.9094, altitudeM: 10 } }],
  })
})

test.each(['status', 'join', 'ack', 'txack', 'log', 'location'])('The event %s is ignored.', (event) => {
  expect(decode({ time }, event)).toEqual({ outcome: 'ignore' })
})

test('An uplink without a payload is ignored: it only answers the network.', () => {
  expect(decode(up({ fPort: undefined }))).toEqual({ outcome: 'ignore' })
})

test.each([
  ['not-decoded', up({ data: 'qg==', fPort: 2 }), 'port 2'],
  ['not-decoded', up({ object: { door: 'open' } }), 'door'],
  ['not-json', Buffer.from([0x0a, 0x24, 0x33]).toString('latin1'), ''],
  ['wrong-type', 'null', 'object'],
])('%s: %j', (reason, message, detail) => {
  expect(decode(message)).toMatchObject({ outcome: 'reject', reason, detail: expect.stringContaining(detail) })
})
