import { expect, test } from 'vitest'
import { noFilter } from '../../src/state/address.ts'
import { inOrder, matches } from '../../src/state/listed.ts'
import { eta, summary } from './shipment-summary.ts'

const nothing = new Set<string>()

test.each([
  [{ states: ['in-transit' as const] }, true],
  [{ states: ['delivered' as const] }, false],
  [{ modes: ['sea' as const, 'air' as const] }, true],
  [{ modes: ['rail' as const] }, false],
  [{ alert: true }, false],
  [{ text: 'angeles' }, true],
  [{ text: 'jpty' }, true],
  [{ text: 'ld0001' }, true],
  [{ text: 'pacific' }, true],
  [{ text: 'rotterdam' }, false],
  [{ text: 'angeles', states: ['delivered' as const] }, false],
])('A ship from Tokyo to Los Angeles under way matches %o: %s.', (filter, expected) => {
  expect(matches({ ...noFilter, ...filter }, summary(), nothing)).toBe(expected)
})

test('What the server found by device or consignee is listed though the summary does not say why.', () => {
  expect(matches({ ...noFilter, text: 'noordzee' }, summary(), new Set([summary().id]))).toBe(true)
})

test('What the server found still has to pass the other filters.', () => {
  expect(matches({ ...noFilter, text: 'noordzee', alert: true }, summary(), new Set([summary().id]))).toBe(false)
})

const soon = summary({ trackingNumber: 'SOON', eta: eta('2026-08-02', '2026-08-02T12:00:00Z', '2026-08-03') })
const later = summary({
  trackingNumber: 'LATER',
  eta: eta('2026-08-04', '2026-08-05T12:00:00Z', '2026-08-06'),
  openAlerts: 1,
  worstSeverity: 'critical',
})
const unknown = summary({ trackingNumber: 'UNKNOWN' })
const done = summary({ trackingNumber: 'DONE', state: 'delivered', eta: eta('2026-08-01', '2026-08-01T12:00:00Z', '2026-08-01') })

test.each([
  ['arrival', ['SOON', 'LATER', 'UNKNOWN', 'DONE']],
  ['attention', ['LATER', 'SOON', 'UNKNOWN', 'DONE']],
  ['number', ['DONE', 'LATER', 'SOON', 'UNKNOWN']],
] as const)('Ordered by %s the list reads %o.', (sort, expected) => {
  expect([done, unknown, later, soon].sort(inOrder(sort)).map(({ trackingNumber }) => trackingNumber)).toEqual(expected)
})
