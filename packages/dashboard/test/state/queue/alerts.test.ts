import { type Alert, untouched } from '@lading/shared/contract/alert'
import { afterEach, expect, test } from 'vitest'
import { nowMs } from '../../../src/state/clock.ts'
import { alerts, alertsByState, wantingAlerts, withAlert } from '../../../src/state/queue/alerts.ts'

const alert = (id: string, change: Partial<Alert> = {}): Alert => ({
  id,
  severity: 'warning',
  openedAt: '2026-08-01T10:00:00Z',
  shipmentId: 's',
  trackingNumber: 'LD0001',
  kind: 'stalled',
  message: '',
  facts: {},
  updatedAt: '2026-08-01T10:00:00Z',
  closedAt: null,
  ...untouched,
  ...change,
})

afterEach(() => {
  alerts.value = new Map()
})

test('An alert that closes by itself leaves; one that somebody resolved stays, so that it can be looked up.', () => {
  const known = withAlert(new Map(), alert('a'))
  const later = { updatedAt: '2026-08-01T11:00:00Z', closedAt: '2026-08-01T11:00:00Z' }
  expect(known.size).toBe(1)
  expect(withAlert(known, alert('a', later)).size).toBe(0)
  expect(withAlert(known, alert('a', { ...later, resolvedAt: '2026-08-01T10:30:00Z' })).size).toBe(1)
})

test('An older word about an alert changes nothing.', () => {
  const known = new Map([['a', alert('a', { updatedAt: '2026-08-01T12:00:00Z' })]])
  expect(withAlert(known, alert('a'))).toBe(known)
})

test('What is snoozed comes back when its time is there, without anybody saying so.', () => {
  alerts.value = new Map([
    ['a', alert('a', { snoozedUntil: '2026-08-01T12:00:00Z' })],
    ['b', alert('b', { resolvedAt: '2026-08-01T11:00:00Z' })],
    ['c', alert('c')],
  ])
  const ids = () => Object.fromEntries(Object.entries(alertsByState.value).map(([state, all]) => [state, all.map(({ id }) => id)]))
  nowMs.value = Date.parse('2026-08-01T11:59:00Z')
  expect(ids()).toEqual({ open: ['c'], snoozed: ['a'], resolved: ['b'], closed: [] })
  nowMs.value = Date.parse('2026-08-01T12:00:00Z')
  expect(ids()).toEqual({ open: ['a', 'c'], snoozed: [], resolved: ['b'], closed: [] })
  expect(wantingAlerts.value.map(({ id }) => id)).toEqual(['a', 'c'])
})
