import { owntracks } from '@lading/ingest/codecs/owntracks'
import { expect, test } from 'vitest'

const decode = (message: unknown, topic = 'owntracks/ann/phone') =>
  owntracks.decode(topic, Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)))
const location = { _type: 'location', tst: 1_440_395_361, lat: 52.3789, lon: 10.0279 }

test('A location becomes a claim in our units, of the device user:device.', () => {
  const message = { ...location, acc: 12, alt: 51, vel: 47, cog: 270, batt: 96, p: 101.3, tid: 'NE', vac: 29 }
  expect(decode(message)).toEqual({
    outcome: 'claims',
    deviceId: 'ann:phone',
    claims: [
      {
        values: {
          recordedAt: 1_440_395_361_000,
          lat: 52.3789,
          lon: 10.0279,
          accuracyM: 12,
          altitudeM: 51,
          speedKmh: 47,
          headingDeg: 270,
          batteryPct: 96,
          pressureHpa: 1013,
        },
      },
    ],
  })
})

test('What the phone does not know, and says so by -1, is left out.', () => {
  const { claims } = decode({ ...location, vel: -1, cog: -1, acc: -1, batt: -1 }) as { claims: { values: Record<string, unknown> }[] }
  expect(JSON.parse(JSON.stringify(claims[0]?.values))).toEqual({ recordedAt: 1_440_395_361_000, lat: 52.3789, lon: 10.0279 })
})

test('Entering or leaving a region says where the device was.', () => {
  const transition = { _type: 'transition', event: 'enter', wtst: 1, tst: 1_700_000_000, lat: 1, lon: 2, acc: 5 }
  expect(decode(transition, 'owntracks/ann/phone/event')).toMatchObject({
    deviceId: 'ann:phone',
    claims: [{ values: { recordedAt: 1_700_000_000_000, lat: 1, lon: 2, accuracyM: 5 } }],
  })
})

test.each([
  ['last will, whose time is a text', { _type: 'lwt', tst: '1440363922' }],
  ['waypoint', { _type: 'waypoint', lat: 1, lon: 2, tst: 3 }],
  ['message without a type', { tid: 'NE' }],
  ['transition that names only its region', { _type: 'transition', event: 'leave', tst: 1_700_000_000 }],
  ['retained message taken back', ''],
])('A %s is ignored, not an error.', (_, message) => {
  expect(decode(message)).toEqual({ outcome: 'ignore' })
})

test.each([
  ['encrypted', { _type: 'encrypted', data: 'abc' }, undefined],
  ['missing-field', { _type: 'location', tst: 1, lat: 1 }, undefined],
  ['missing-field', { _type: 'location', lat: 1, lon: 1 }, undefined],
  ['not-json', '{', undefined],
  ['wrong-type', 'null', undefined],
  ['wrong-type', '"text"', undefined],
  ['bad-device-id', location, 'owntracks/ann/my phone'],
  ['bad-device-id', location, 'owntracks//phone'],
])('%s: %s', (reason, message, topic) => {
  expect(decode(message, topic)).toMatchObject({ outcome: 'reject', reason })
})

test('A refused encrypted payload says what to do.', () => {
  expect(decode({ _type: 'encrypted', data: 'abc' })).toMatchObject({ detail: expect.stringContaining('turn encryption off') })
})
