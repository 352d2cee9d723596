import { readMappings } from '@lading/ingest/codecs/mapping/read-mappings'
import { expect, test } from 'vitest'

const good = {
  name: 'acme',
  topic: 'acme/{tracker}',
  device: 'acme:{tracker}',
  recordedAt: { at: '/ts', unit: 's' },
  values: { lat: '/lat', lon: { at: '/lon', unit: '1e-7 deg' } },
}
const read = (...mappings: object[]) => readMappings(JSON.stringify({ mappings }))

test('A file of mappings is read as it is.', () => {
  expect(read(good, { ...good, each: '/list' })).toEqual([good, { ...good, each: '/list' }])
})

test.each([
  ['not JSON', '{"mappings":'],
  ['/ must have required properties mappings', '{}'],
  ['/mappings must not have fewer than 1 items', '{"mappings":[]}'],
  ['/mappings/0/recordedAt/unit must be one of iso, s, ms', { recordedAt: { at: '/ts', unit: 'seconds' } }],
  ['/mappings/0/values/speedKmh/unit must be one of km/h, m/s, kn, mph', { values: { speedKmh: { at: '/s', unit: 'knots' } } }],
  ['/mappings/0/values/colour is not known', { values: { colour: '/c' } }],
  ['/mappings/0/values/lat must match pattern', { values: { lat: 'position.lat' } }],
  ['/mappings/0/topic must match pattern', { topic: 'acme/+' }],
  ['/mappings/0/topic begins with a name', { topic: '{tracker}/state' }],
  ['/mappings/0/device {imei} is neither', { device: 'acme:{imei}' }],
  ['/mappings/0/device is the same for every message', { device: 'acme' }],
  ['/mappings/0 must have required properties', { recordedAt: undefined }],
])('%s', (problem, change) => {
  const text = typeof change === 'string' ? change : JSON.stringify({ mappings: [{ ...good, ...change }] })
  expect(() => readMappings(text)).toThrow(problem)
})

test('Everything that is wrong is said at once.', () => {
  expect(() => read({ ...good, device: '{x}' }, { ...good, device: 'y' })).toThrow(/mappings\/0\/device.*\n.*mappings\/1\/device/)
})
