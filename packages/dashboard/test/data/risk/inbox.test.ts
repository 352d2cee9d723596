import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createInbox, type News } from '../../../src/data/risk/inbox.ts'
import { summary } from '../../state/shipment-summary.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const at = (minute: number, lat: number) => ({
  ...{ shipmentId: 'a', lat, lon: 4, recordedAt: `2026-08-01T12:0${minute}:00Z`, speedKmh: null, headingDeg: null },
})

test('What comes at once is taken as one, the newest of each shipment.', () => {
  const taken: News[] = []
  const inbox = createInbox(
    (news) => taken.push(news),
    () => Date.now(),
  )
  inbox.shipment(summary({ progress: 0.1 }))
  inbox.shipment(summary({ progress: 0.2 }))
  inbox.positions([at(0, 1)])
  inbox.positions([at(1, 2)])
  expect(taken).toEqual([])
  vi.advanceTimersByTime(40)
  expect(taken).toEqual([{ shipments: [summary({ progress: 0.2 })], positions: [at(1, 2)], alerts: [] }])
})

test('A stream of news is taken five times a second, and the last of it too.', () => {
  const taken: News[] = []
  const inbox = createInbox(
    (news) => taken.push(news),
    () => Date.now(),
  )
  for (let turn = 0; turn < 100; turn += 1) {
    inbox.positions([at(1, turn)])
    vi.advanceTimersByTime(10)
  }
  expect(taken.length).toBeGreaterThanOrEqual(4)
  expect(taken.length).toBeLessThanOrEqual(6)
  vi.advanceTimersByTime(300)
  expect(taken.at(-1)?.positions[0]?.lat).toBe(99)
})
