import { type Alert, untouched } from '@lading/shared/contract/alert'
import { expect, test } from 'vitest'
import { byUrgency, withAlert } from '../../src/state/alerts.ts'

const alert = (id: string, severity: Alert['severity'], openedAt: string, change: Partial<Alert> = {}): Alert => ({
  id,
  severity,
  openedAt,
  shipmentId: 's',
  trackingNumber: 'LD0001',
  kind: 'stalled',
  message: '',
  facts: {},
  updatedAt: openedAt,
  closedAt: null,
  ...untouched,
  ...change,
})

test('The queue begins with the most severe, and among equals with the one that has waited longest.', () => {
  const all = [
    alert('info, old', 'info', '2026-08-01T01:00:00Z'),
    alert('critical, new', 'critical', '2026-08-01T11:00:00Z'),
    alert('warning', 'warning', '2026-08-01T02:00:00Z'),
    alert('critical, old', 'critical', '2026-08-01T10:00:00Z'),
  ]
  expect(all.sort(byUrgency).map(({ id }) => id)).toEqual(['critical, old', 'critical, new', 'warning', 'info, old'])
})

test('An alert that closes leaves the queue.', () => {
  const open = withAlert(new Map(), alert('a', 'warning', '2026-08-01T10:00:00Z'))
  const closed = alert('a', 'warning', '2026-08-01T10:00:00Z', { updatedAt: '2026-08-01T11:00:00Z', closedAt: '2026-08-01T11:00:00Z' })
  expect(open.size).toBe(1)
  expect(withAlert(open, closed).size).toBe(0)
})

test('An older word about an alert changes nothing.', () => {
  const known = withAlert(new Map(), alert('a', 'critical', '2026-08-01T10:00:00Z', { updatedAt: '2026-08-01T12:00:00Z' }))
  expect(withAlert(known, alert('a', 'warning', '2026-08-01T10:00:00Z'))).toBe(known)
})
