import { type Alert, untouched } from '@lading/shared/contract/alert'
import { liveTopics } from '@lading/shared/live/topics'
import { createLiveChanges } from '@lading/workers/live-changes'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const alert = (id: string, severity: Alert['severity']): Alert => ({
  id,
  shipmentId: 's-1',
  trackingNumber: 'T-1',
  kind: 'temperature',
  severity,
  message: 'warm',
  facts: {},
  openedAt: '2026-03-02T06:00:00.000Z',
  updatedAt: '2026-03-02T06:00:00.000Z',
  closedAt: null,
  ...untouched,
})

describe('live changes', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const listen = () => {
    const heard: { topic: string; payload: unknown }[] = []
    const live = createLiveChanges({ publish: (topic, payload) => heard.push({ topic, payload: JSON.parse(payload) }) })
    return { heard, live }
  }

  test('Many changes within a quarter of a second are told once, each shipment once, of each alert the last version.', () => {
    const { heard, live } = listen()
    for (const id of ['s-1', 's-2', 's-1']) live.shipment(id)
    live.alerts([alert('a', 'warning')])
    live.alerts([alert('a', 'critical')])
    expect(heard).toEqual([])
    vi.advanceTimersByTime(250)
    expect(heard).toEqual([
      { topic: liveTopics.shipments, payload: { shipmentIds: ['s-1', 's-2'] } },
      { topic: liveTopics.alerts, payload: { alerts: [alert('a', 'critical')] } },
    ])
    vi.advanceTimersByTime(1_000)
    expect(heard).toHaveLength(2)
  })

  test('However fast they come, at most four messages a second go out on a topic.', () => {
    const { heard, live } = listen()
    for (let step = 0; step < 1_000; step++) {
      live.shipment(`s-${step % 7}`)
      vi.advanceTimersByTime(1)
    }
    expect(heard.length).toBeLessThanOrEqual(4)
    expect(heard.length).toBeGreaterThan(2)
  })

  test('What is still to be told is told before closing; nothing is said where nothing changed.', () => {
    const { heard, live } = listen()
    live.alerts([])
    live.flush()
    expect(heard).toEqual([])
    live.shipment('s-1')
    live.flush()
    expect(heard).toHaveLength(1)
  })
})
