import { expect, test } from 'vitest'
import { isKept } from '../../src/offline/kept.ts'

const origin = 'https://lading.example'

test.each([
  ['GET', '/v1/shipments?limit=500', true],
  ['GET', '/v1/settings', true],
  ['GET', '/track/abc', true],
  ['GET', '/track/abc/map.json', true],
  ['GET', '/v1/live/shipments', false],
  ['GET', '/v1/shipments/1/export/csv', false],
  ['POST', '/v1/shipments', false],
  ['GET', '/assets/app-1.js', false],
  ['GET', '/', false],
])('Of %s %s the answer is kept: %s', (method, path, kept) => {
  expect(isKept({ method, url: `${origin}${path}` }, origin)).toBe(kept)
})

test('Nothing of other servers is kept.', () => {
  expect(isKept({ method: 'GET', url: 'https://tiles.example/v1/shipments' }, origin)).toBe(false)
})
