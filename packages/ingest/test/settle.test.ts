import { createMetrics } from '@lading/ingest/metrics'
import type { Rejection } from '@lading/ingest/rejection'
import { createRetry } from '@lading/ingest/retry'
import { createSettle } from '@lading/ingest/settle'
import { beginBatch } from '@lading/ingest/steps/batch'
import type { Reading } from '@lading/shared/domain/reading'
import type { DeadLetter } from '@lading/store/postgres/dead-letter/keep'
import { expect, test } from 'vitest'
import { delivery, receivedAtMs } from './support/delivery.ts'

const reading = (deviceId: string): Reading => ({ deviceId, recordedAtMs: receivedAtMs, receivedAtMs, lat: 1, lon: 2 })

/** Settles one good and one bad message, with stages that fail as often as told, and notes what happens in which order. */
const setUp = ({
  failures = {} as Record<string, number>,
  refuse = false,
  isHistorical = false,
  signal = new AbortController().signal,
}) => {
  const events: string[] = []
  const letters: DeadLetter[] = []
  const good = delivery('lading/v1/good/telemetry', { good: true })
  const bad = delivery('lading/v1/bad/telemetry', 'bad')
  const stage = (name: string) => {
    const left = failures[name] ?? 0
    failures[name] = left - 1
    events.push(left > 0 ? `${name} failed` : name)
    if (left > 0) throw new Error(`${name} is away`)
  }
  const rejection: Rejection = { delivery: bad, reason: 'not-json', deviceId: 'bad' }
  const settle = createSettle({
    pipeline: async (deliveries) => {
      stage('recognise')
      const doubts = new Map([['good', { atMs: receivedAtMs, lat: 50, lon: 60 }]])
      const arrivals = [{ reading: reading('good'), delivery: good, isHistorical }]
      return { ...beginBatch(deliveries), arrivals, rejections: [rejection], doubts }
    },
    telemetry: {
      write: async (readings) => {
        stage('write')
        return refuse ? readings.map((one) => ({ reading: one, detail: 'type conflict' })) : []
      },
    },
    keepDeadLetters: async (some) => {
      stage('keep')
      letters.push(...some)
    },
    advanceLatest: async (readings) => {
      stage('advance')
      return readings.map(({ deviceId }) => ({ deviceId, lat: 1, lon: 2, recordedAtMs: receivedAtMs }))
    },
    keepDoubts: async () => stage('doubt'),
    acknowledge: (deliveries) => {
      events.push('acknowledge')
      return deliveries.length
    },
    announce: () => events.push('announce'),
    requestTracking: (ids) => events.push(`track ${[...ids].join()}`),
    note: ({ stored, rejected }) => events.push(`note ${stored.length} ${rejected.length}`),
    retry: createRetry({ signal, onFailed: () => {}, onRecovered: () => {}, firstMs: 1, maxMs: 2 }),
    metrics: createMetrics({ inFlight: () => 0 }),
    wallClock: { now: () => new Date(0) },
  })
  return { settle: () => settle([good, bad]), events, letters }
}

test('Messages are acknowledged when readings, dead letters and latest state are durable, and told of only after that.', async () => {
  const { settle, events } = setUp({})
  await settle()
  expect(events).toEqual(['recognise', 'write', 'keep', 'advance', 'doubt', 'acknowledge', 'note 1 1', 'announce', 'track good'])
})

test.each(['recognise', 'write', 'keep', 'advance', 'doubt'])(
  'While the stage "%s" fails nothing is acknowledged, and it is repeated.',
  async (name) => {
    const { settle, events } = setUp({ failures: { [name]: 3 } })
    await settle()
    expect(events.filter((event) => event === `${name} failed`)).toHaveLength(3)
    expect(events.filter((event) => event === name)).toHaveLength(1)
    expect(events.indexOf('acknowledge')).toBeGreaterThan(events.indexOf(name))
    expect(events.filter((event) => event === 'acknowledge')).toHaveLength(1)
  },
)

test('A repeated stage keeps the same dead letters, not more of them.', async () => {
  const { settle, letters } = setUp({ failures: { write: 2, keep: 2, advance: 2 } })
  await settle()
  expect(letters).toMatchObject([{ reason: 'not-json', topic: 'lading/v1/bad/telemetry', deviceId: 'bad' }])
})

test('A reading that the store refuses becomes a dead letter before it is acknowledged, and moves nothing.', async () => {
  const { settle, events, letters } = setUp({ refuse: true })
  await settle()
  expect(letters.map(({ reason, detail, deviceId }) => [reason, detail, deviceId])).toEqual([
    ['not-json', undefined, 'bad'],
    ['refused-by-store', 'type conflict', 'good'],
  ])
  expect(String(letters[1]?.payload)).toBe('{"good":true}')
  expect(events.slice(0, 5)).toEqual(['recognise', 'write', 'keep', 'keep', 'advance'])
  expect(events).not.toContain('announce')
})

test('What a device kept while it was offline is stored, and never becomes the latest that is known of it.', async () => {
  const { settle, events } = setUp({ isHistorical: true })
  await settle()
  expect(events).toEqual(['recognise', 'write', 'keep', 'advance', 'doubt', 'acknowledge', 'note 1 1', 'track good'])
})

test('A process that ends gives up what hangs, without acknowledging it.', async () => {
  const end = new AbortController()
  const { settle, events } = setUp({ failures: { write: Number.POSITIVE_INFINITY }, signal: end.signal })
  const settling = settle()
  setTimeout(() => end.abort(), 20)
  await expect(settling).rejects.toThrow('abort')
  expect(events).not.toContain('acknowledge')
})
