import type { Mapping } from '@lading/ingest/codecs/mapping/mapping'
import { createMappingCodec } from '@lading/ingest/codecs/mapping/mapping-codec'
import { describe, expect, test } from 'vitest'

const mapping: Mapping = {
  name: 'acme',
  topic: 'acme/{site}/{tracker}/state',
  device: 'acme:{site}:{tracker}',
  recordedAt: { at: '/ts', unit: 's' },
  values: {
    lat: '/pos/0',
    lon: '/pos/1',
    speedKmh: { at: '/spd', unit: 'kn' },
    temperatureC: { at: '/probes/a~1b/t', unit: '°F' },
    batteryPct: { at: '/bat', unit: '0-1' },
  },
}
const decode = (message: unknown, change: Partial<Mapping> = {}, topic = 'acme/quay/t-1/state') =>
  createMappingCodec({ ...mapping, ...change }).decode(topic, Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)))

test('Values come from where the mapping says, in our units; the device from the topic.', () => {
  const message = { ts: 1_780_315_140, pos: [51.95, 4.14], spd: 10, probes: { 'a/b': { t: 14 } }, bat: 0.83 }
  expect(decode(message)).toEqual({
    outcome: 'claims',
    deviceId: 'acme:quay:t-1',
    claims: [{ values: { recordedAt: 1_780_315_140_000, lat: 51.95, lon: 4.14, speedKmh: 18.52, temperatureC: -10, batteryPct: 83 } }],
  })
})

test.each([
  ['s', 1_780_315_140.5, 1_780_315_140_500],
  ['s', '1780315140', 1_780_315_140_000],
  ['ms', 1_780_315_140_000, 1_780_315_140_000],
  ['ms', '1780315140000', 1_780_315_140_000],
  ['iso', '2026-06-01T11:59:00Z', '2026-06-01T11:59:00Z'],
])('A time in %s: %s', (unit, ts, recordedAt) => {
  expect(decode({ ts }, { recordedAt: { at: '/ts', unit } })).toMatchObject({ claims: [{ values: { recordedAt } }] })
})

describe('A value', () => {
  test('that is missing or null is no measurement; what is no number stays what it is, for the contract to refuse.', () => {
    expect(decode({ ts: 1, pos: [null, '4.14'], bat: 'low' })).toMatchObject({
      claims: [{ values: { lat: undefined, lon: 4.14, speedKmh: undefined, batteryPct: 'low' } }],
    })
  })

  test('is never one that the message merely inherits.', () => {
    const values = { lat: '/constructor/length', lon: '/pos/length' }
    expect(decode({ ts: 1, pos: 'text' }, { values })).toMatchObject({ claims: [{ values: { lat: undefined, lon: undefined } }] })
  })
})

test('A device may be named in the message.', () => {
  const device = 'acme:{/ids/imei}'
  expect(decode({ ts: 1, ids: { imei: 359_587 } }, { device })).toMatchObject({ deviceId: 'acme:359587' })
  expect(decode({ ts: 1 }, { device })).toMatchObject({
    reason: 'bad-device-id',
    detail: '"acme:{/ids/imei}" cannot be the name of a device',
  })
})

test('Of a list each entry is a claim, which can go through again alone.', () => {
  const message = {
    imei: 'i1',
    data: {
      list: [
        { ts: 1, bat: 0.5 },
        { ts: 2, bat: 0.6 },
      ],
    },
  }
  const change = { each: '/data/list', device: 'acme:{/imei}' }
  const decoded = decode(message, change)
  expect(decoded).toMatchObject({
    deviceId: 'acme:i1',
    claims: [
      { values: { recordedAt: 1_000, batteryPct: 50 }, part: { imei: 'i1', data: { list: [{ ts: 1, bat: 0.5 }] } } },
      { values: { recordedAt: 2_000, batteryPct: 60 }, part: { imei: 'i1', data: { list: [{ ts: 2, bat: 0.6 }] } } },
    ],
  })
  expect(decode([{ ts: 3 }], { each: '' })).toMatchObject({ claims: [{ values: { recordedAt: 3_000 }, part: [{ ts: 3 }] }] })
})

test.each([
  ['not-json', '{', {}],
  ['missing-field', { data: {} }, { each: '/data/list' }],
  ['missing-field', { data: [] }, { each: '/data' }],
  ['too-many-readings', { data: Array.from({ length: 1_001 }, () => ({})) }, { each: '/data' }],
])('%s', (reason, message, change) => {
  expect(decode(message, change)).toMatchObject({ outcome: 'reject', reason })
})

test('Its topics are those with the same levels, named ones being any.', () => {
  const { filters, reads } = createMappingCodec(mapping)
  expect(filters).toEqual(['acme/+/+/state'])
  expect(['acme/a/b/state', 'acme/a/b/other', 'acme/a/state', 'acme/a/b/state/x', 'other/a/b/state'].map(reads)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
