import { createTraccar } from '@lading/ingest/codecs/traccar'
import { expect, test } from 'vitest'

const { decode: decodeBytes, filters, reads } = createTraccar({ topic: 'fleet/traccar' })
const decode = (message: unknown, topic = 'fleet/traccar/van-7') =>
  decodeBytes(topic, Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)))
const at = '2026-06-01T11:58:00.000+00:00'
const position = {
  id: 1,
  deviceId: 42,
  protocol: 'osmand',
  deviceTime: at,
  fixTime: at,
  serverTime: '2026-06-01T11:58:03.000+00:00',
  valid: true,
  outdated: false,
  latitude: 51.95,
  longitude: 4.14,
  altitude: 2,
  speed: 40,
  course: 270,
  accuracy: 8,
  attributes: { batteryLevel: 83, battery: 3.9, alarm: 'hardBraking,lowBattery', temp1: 6.5, ignition: true },
}

test('A position becomes a claim in our units: knots become km/h, and a voltage is no percentage.', () => {
  expect(decode(position)).toEqual({
    outcome: 'claims',
    deviceId: 'traccar:van-7',
    claims: [
      {
        values: {
          recordedAt: at,
          batteryPct: 83,
          temperatureC: 6.5,
          humidityPct: undefined,
          lightLux: undefined,
          lat: 51.95,
          lon: 4.14,
          altitudeM: 2,
          accuracyM: 8,
          speedKmh: 74.08,
          headingDeg: 270,
        },
      },
    ],
  })
})

test('On the one topic that Traccar forwards to, the message names its device; on a topic of its own, the topic does.', () => {
  const forwarded = { position, device: { id: 42, name: 'Van 7', uniqueId: '359587010124900' } }
  expect(decode(forwarded, 'fleet/traccar')).toMatchObject({ deviceId: 'traccar:359587010124900' })
  expect(decode(forwarded, 'fleet/traccar/van-7')).toMatchObject({ deviceId: 'traccar:van-7' })
})

test('A fix older than the report keeps its own time, and what was measured keeps that of the report.', () => {
  const decoded = decode({ ...position, fixTime: '2026-06-01T11:50:00.000+00:00' })
  expect(decoded).toMatchObject({
    claims: [
      { values: { recordedAt: '2026-06-01T11:50:00.000+00:00', lat: 51.95, speedKmh: 74.08 } },
      { values: { recordedAt: at, temperatureC: 6.5, batteryPct: 83 } },
    ],
  })
  // Each can go through again alone, and says the same again.
  const { claims } = decoded as { claims: { values: object; part: object }[] }
  for (const { values, part } of claims) {
    const again = decode(part) as { claims: { values: object }[] }
    expect(again.claims.map((claim) => JSON.parse(JSON.stringify(claim.values)))).toEqual([JSON.parse(JSON.stringify(values))])
  }
})

test.each([{ outdated: true }, { valid: false }])('A place that is not a fix (%j) is not kept, the measurements are.', (change) => {
  const { claims } = decode({ ...position, ...change }) as { claims: { values: Record<string, unknown> }[] }
  expect(claims).toHaveLength(1)
  expect(claims[0]?.values).toMatchObject({ recordedAt: at, batteryPct: 83 })
  expect(claims[0]?.values.lat).toBeUndefined()
})

test('An accuracy of 0 means that nothing is known of it.', () => {
  expect(decode({ ...position, accuracy: 0 })).toMatchObject({ claims: [{ values: { accuracyM: undefined, lat: 51.95 } }] })
})

test('The topic is what the operator says.', () => {
  expect(filters).toEqual(['fleet/traccar', 'fleet/traccar/+'])
  expect(['fleet/traccar', 'fleet/traccar/x', 'fleet/traccars', 'traccar/x'].map(reads)).toEqual([true, true, false, false])
})

test.each([
  ['missing-field', { position }, 'fleet/traccar'],
  ['bad-device-id', position, 'fleet/traccar/two words'],
  ['wrong-type', { position: 7 }, undefined],
  ['wrong-type', 'null', undefined],
  ['not-json', '{', undefined],
])('%s: %j', (reason, message, topic) => {
  expect(decode(message, topic)).toMatchObject({ outcome: 'reject', reason })
})
