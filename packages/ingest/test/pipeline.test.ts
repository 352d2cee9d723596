import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delivery, receivedAtMs } from './support/delivery.ts'
import { pipelineOf } from './support/pipeline.ts'

const pipeline = pipelineOf()
const send = (payload: unknown, topic = 'lading/v1/d/telemetry') => pipeline([delivery(topic, payload)])
const now = receivedAtMs
const minute = 60_000
const year = 365 * 24 * 60 * minute

describe('A good reading', () => {
  test('comes out with everything the device said, in numbers.', async () => {
    const { arrivals, rejections } = await send({
      recordedAt: '2026-06-01T13:30:00.250+02:00',
      lat: 0,
      lon: -180,
      headingDeg: 360,
      batteryPct: 0,
    })
    expect(rejections).toEqual([])
    expect(JSON.parse(JSON.stringify(arrivals[0]?.reading))).toEqual({
      deviceId: 'd',
      recordedAtMs: Date.UTC(2026, 5, 1, 11, 30, 0, 250),
      receivedAtMs,
      lat: 0,
      lon: -180,
      headingDeg: 0,
      batteryPct: 0,
    })
  })

  test('takes nothing from the device but the names we know.', async () => {
    const { arrivals } = await send('{"recordedAt":1780000000000,"__proto__":{"lat":1},"colour":"red","deviceId":"other","receivedAtMs":0}')
    expect(Object.keys(JSON.parse(JSON.stringify(arrivals[0]?.reading)))).toEqual(['deviceId', 'recordedAtMs', 'receivedAtMs'])
    expect(arrivals[0]?.reading).toMatchObject({ deviceId: 'd', receivedAtMs })
  })

  test.each([
    ['2026-06-01T11:30:00Z'],
    ['2026-06-01T11:30Z'],
    ['2026-06-01t11:30:00.000z'],
    ['2026-06-01 11:30:00+00:00'],
    ['2026-06-01T13:30:00+0200'],
    ['2026-06-01T11:30:00,000Z'],
    [Date.UTC(2026, 5, 1, 11, 30)],
    [Date.UTC(2026, 5, 1, 11, 30) + 0.4],
  ])('may give its time as %s.', async (recordedAt) => {
    const { arrivals } = await send({ recordedAt })
    expect(arrivals[0]?.reading.recordedAtMs).toBe(Date.UTC(2026, 5, 1, 11, 30))
  })

  test.each([now, now + 15 * minute, now - 15 * year])('may be from %i.', async (recordedAt) => {
    expect((await send({ recordedAt })).arrivals).toHaveLength(1)
  })
})

describe('A bad message becomes a rejection', () => {
  test.each([
    ['out-of-range', { recordedAt: now, lat: 90.1, lon: 0 }, '/lat must be <= 90'],
    ['out-of-range', { recordedAt: now, temperatureC: -300 }, '/temperatureC'],
    ['wrong-type', { recordedAt: now, lat: '1', lon: 2 }, '/lat must be number'],
    ['wrong-type', { recordedAt: now, batteryPct: null }, '/batteryPct'],
    ['wrong-type', 'null', '/ must be object'],
    ['wrong-type', '[[]]', '/ must be object'],
    ['wrong-type', '{"recordedAt":1e999}', '/recordedAt'],
    ['wrong-type', { recordedAt: 'yesterday' }, 'ISO 8601'],
    ['wrong-type', { recordedAt: '2026-06-01T11:30:00' }, 'offset'],
    ['wrong-type', { recordedAt: '2026-13-01T11:30:00Z' }, 'ISO 8601'],
    ['missing-field', { lat: 1, lon: 2 }, 'recordedAt'],
    ['incomplete-position', { recordedAt: now, lat: 1 }, '/lon'],
    ['incomplete-position', { recordedAt: now, lon: 1 }, '/lat'],
    ['clock-in-future', { recordedAt: now + 15 * minute + 1 }, 'says 2026-06-01T12:15:00.001Z, it arrived at 2026-06-01T12:00:00.000Z'],
    ['clock-in-future', { recordedAt: now * 1000 }, 'says'],
    ['clock-far-past', { recordedAt: now - 15 * year - 1 }, '2011'],
    ['clock-far-past', { recordedAt: now - 1024 * 7 * 24 * 60 * minute }, '2006'],
    ['clock-far-past', { recordedAt: Math.round(now / 1000) }, '1970'],
    ['clock-far-past', { recordedAt: -1e300 }, 'ms since 1970'],
    ['oversized', 'x'.repeat(256 * 1024 + 1), '262145 bytes'],
  ])('%s: %j', async (reason, payload, detail) => {
    const { arrivals, rejections } = await send(payload)
    expect(arrivals).toEqual([])
    expect(rejections).toMatchObject([{ reason, detail: expect.stringContaining(detail) }])
  })

  test('no-codec: a topic that no device format has', async () => {
    expect((await send({}, 'weather/today')).rejections).toMatchObject([{ reason: 'no-codec' }])
  })

  test('unknown-device: stored for nobody, not under a guess', async () => {
    const { arrivals, rejections } = await send({ recordedAt: now }, 'lading/v1/stranger/telemetry')
    expect(arrivals).toEqual([])
    expect(rejections).toMatchObject([{ reason: 'unknown-device', deviceId: 'stranger' }])
  })
})

test('Of an array with bad entries the good ones come out, and each bad one is rejected alone.', async () => {
  const bad = { recordedAt: now, lat: 91, lon: 0 }
  const { arrivals, rejections } = await send([{ recordedAt: now }, bad, { recordedAt: now + 1 }, 7])
  expect(arrivals.map(({ reading }) => reading.recordedAtMs)).toEqual([now, now + 1])
  expect(rejections.map(({ reason, part }) => [reason, part])).toEqual([
    ['out-of-range', bad],
    ['wrong-type', 7],
  ])
})

test('A codec that fails on a payload it did not foresee rejects that message and no other.', async () => {
  const failing = { name: 'fragile', filters: [], reads: (topic: string) => topic.startsWith('f/'), decode: () => JSON.parse('{') }
  const fragile = pipelineOf({ more: [failing] })
  const { arrivals, rejections } = await fragile([delivery('f/x', ''), delivery('lading/v1/d/telemetry', { recordedAt: now })])
  expect(arrivals).toHaveLength(1)
  expect(rejections).toMatchObject([{ reason: 'codec-failed', detail: expect.stringContaining('fragile') }])
})

test('Whatever is sent, every message is accounted for: as a reading, as a rejection or as ignored.', async () => {
  const topics = fc.constantFrom(
    'lading/v1/d/telemetry',
    'owntracks/u/d',
    'owntracks/u/d/event',
    'lading/v1/stranger-1/telemetry',
    'v3/app/devices/d/up',
    'v3/app/devices/d/location/solved',
    'application/a/device/d/event/up',
    'traccar/d',
    'traccar',
    'spBv1.0/g/DDATA/n/d',
  )
  const near = fc.record(
    {
      _type: fc.constantFrom('location', 'transition', 'lwt', 'encrypted', 'card'),
      recordedAt: fc.oneof(fc.constant(now), fc.date().map(String), fc.double()),
      tst: fc.oneof(fc.constant(now / 1000), fc.string()),
      lat: fc.oneof(fc.double(), fc.double({ min: -90, max: 90 }), fc.string()),
      lon: fc.oneof(fc.double({ min: -180, max: 180 }), fc.constant(null)),
      batt: fc.anything(),
      uplink_message: fc.record(
        { decoded_payload: fc.anything(), frm_payload: fc.anything(), f_port: fc.anything() },
        { requiredKeys: [] },
      ),
      location_solved: fc.record({ location: fc.anything() }),
      object: fc.anything(),
      data: fc.base64String(),
      fPort: fc.constantFrom(0, 1, 2),
      position: fc.anything(),
      attributes: fc.anything(),
    },
    { requiredKeys: [] },
  )
  const payloads = fc.oneof(
    fc.json(),
    fc.string(),
    near.map((value) => JSON.stringify(value)),
  )
  await fc.assert(
    fc.asyncProperty(topics, payloads, async (topic, payload) => {
      const { arrivals, rejections, ignored } = await send(payload, topic)
      expect(arrivals.length + rejections.length + ignored).toBeGreaterThan(0)
      for (const { reading } of arrivals) for (const value of Object.values(reading)) expect(value).not.toBeNaN()
    }),
    { numRuns: 500 },
  )
})
