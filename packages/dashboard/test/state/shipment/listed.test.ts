import { expect, test } from 'vitest'
import { askFor, matches, noFilter } from '../../../src/state/address/filter.ts'
import { inOrder } from '../../../src/state/shipment/listed.ts'
import { eta, summary } from '../shipment-summary.ts'

const nothing = { found: new Set<string>(), alerted: new Set<string>() }
const ship = summary({ missProbability: 0.3, customsState: 'held', risk: { natural: 'raised', legal: 'high' } })

test.each([
  [{ states: ['in-transit' as const] }, true],
  [{ states: ['delivered' as const] }, false],
  [{ modes: ['sea' as const, 'air' as const] }, true],
  [{ modes: ['rail' as const] }, false],
  [{ alert: true }, false],
  [{ promises: ['at-risk' as const] }, true],
  [{ promises: ['late' as const, 'on-time' as const] }, false],
  [{ customs: ['held' as const] }, true],
  [{ customs: ['pending' as const] }, false],
  [{ risk: { kinds: ['natural' as const], level: undefined } }, true],
  [{ risk: { kinds: ['natural' as const], level: 'high' as const } }, false],
  [{ risk: { kinds: ['natural' as const, 'legal' as const], level: 'high' as const } }, true],
  [{ risk: { kinds: [], level: 'high' as const } }, true],
  [{ risk: { kinds: ['credit' as const], level: undefined } }, false],
  [{ carriers: ['Pacific Bridge', 'Nobody'] }, true],
  [{ carriers: ['Nobody'] }, false],
  [{ from: 'JP', to: 'USLAX' }, true],
  [{ from: 'jp' }, true],
  [{ warehouse: 'JPTYO' }, true],
  [{ warehouse: 'USLAX' }, true],
  [{ warehouse: 'NLRTM' }, false],
  [{ from: 'JPTYO', to: 'NL' }, false],
  [{ kinds: ['late' as const] }, false],
  [{ text: 'angeles' }, true],
  [{ text: 'jpty' }, true],
  [{ text: 'ld0001' }, true],
  [{ text: 'pacific' }, true],
  [{ text: 'rotterdam' }, false],
  [{ text: 'angeles', states: ['delivered' as const] }, false],
])('A ship from Tokyo to Los Angeles under way matches %o: %s.', (filter, expected) => {
  expect(matches({ ...noFilter, ...filter }, ship, nothing)).toBe(expected)
})

test('What the server found by device or consignee is listed though the summary does not say why.', () => {
  expect(matches({ ...noFilter, text: 'noordzee' }, summary(), { ...nothing, found: new Set([summary().id]) })).toBe(true)
})

test('What the server found still has to pass the other filters.', () => {
  expect(matches({ ...noFilter, text: 'noordzee', alert: true }, summary(), { ...nothing, found: new Set([summary().id]) })).toBe(false)
})

test('Kinds of alert are known of the alerts, not of the summary.', () => {
  expect(matches({ ...noFilter, kinds: ['late'] }, summary(), { ...nothing, alerted: new Set([summary().id]) })).toBe(true)
})

test('What has arrived is at no risk any more.', () => {
  expect(matches({ ...noFilter, promises: ['late'] }, summary({ state: 'delivered', missProbability: 0.9 }), nothing)).toBe(false)
})

test('What the server found for a warehouse passes through it on the way.', () => {
  const ship = summary()
  expect(matches({ ...noFilter, warehouse: 'NLRTM' }, ship, { ...nothing, found: new Set([ship.id]) })).toBe(true)
})

test('The server is asked for the same in its own words, and for nothing that is not filtered.', () => {
  expect(askFor(noFilter)).toEqual({})
  expect(askFor({ ...noFilter, states: ['pending'], from: 'CN', warehouse: 'VENLO-DC', kinds: ['late', 'shock'], text: 'abc' })).toEqual({
    state: ['pending'],
    origin: 'CN',
    warehouse: 'VENLO-DC',
    alertKind: ['late', 'shock'],
    q: 'abc',
  })
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
