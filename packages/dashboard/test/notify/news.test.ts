import { type Alert, untouched } from '@lading/shared/contract/alert'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBatch, createNews } from '../../src/notify/news.ts'

const alert = (id: string, change: Partial<Alert> = {}): Alert => ({
  ...{ id, severity: 'warning', shipmentId: 's', trackingNumber: 'LD1', kind: 'late', message: '', facts: {}, closedAt: null },
  ...{ openedAt: '2026-08-01T10:00:00Z', updatedAt: '2026-08-01T10:00:00Z' },
  ...untouched,
  ...change,
})
const idsOf = (alerts: Alert[]) => alerts.map(({ id }) => id)

test('What is there at first is no news; what opens after is, once.', () => {
  const news = createNews()
  expect(idsOf(news([alert('a')]))).toEqual([])
  expect(idsOf(news([alert('a'), alert('b')]))).toEqual(['b'])
  expect(idsOf(news([alert('a'), alert('b')]))).toEqual([])
})

test('What became worse is news, what somebody did about it is not.', () => {
  const news = createNews()
  news([alert('a'), alert('b', { severity: 'critical' })])
  expect(idsOf(news([alert('a', { version: 2, acknowledgedAt: '2026-08-01T11:00:00Z' }), alert('b')]))).toEqual([])
  expect(idsOf(news([alert('a', { severity: 'critical' }), alert('b')]))).toEqual(['a'])
})

test('What comes back from a snooze is news again.', () => {
  const news = createNews()
  news([alert('a'), alert('b')])
  expect(idsOf(news([alert('b')]))).toEqual([])
  expect(idsOf(news([alert('a'), alert('b')]))).toEqual(['a'])
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('However much happens, it is told as one, and never more often than it may be.', () => {
  const told: number[][] = []
  const batch = createBatch<number>(30_000, (items) => told.push(items))
  batch.add([])
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([])
  batch.add([1])
  vi.advanceTimersByTime(0)
  batch.add([2])
  batch.add([3, 4])
  vi.advanceTimersByTime(29_000)
  expect(told).toEqual([[1]])
  vi.advanceTimersByTime(2_000)
  expect(told).toEqual([[1], [2, 3, 4]])
})
