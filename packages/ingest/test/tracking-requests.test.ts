import { createTrackingRequests } from '@lading/ingest/tracking-requests'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const setUp = (answer: () => Promise<void> = async () => {}) => {
  const asked: string[][] = []
  const errors: Error[] = []
  const requests = createTrackingRequests({
    queue: {
      request: (name, jobs) => {
        expect(name).toBe('track')
        asked.push(jobs.map(({ deduplicationId }) => deduplicationId))
        return answer()
      },
    },
    onError: (error) => errors.push(error),
  })
  return { requests, asked, errors }
}

test('However often a device reports, the workers are asked to look at it once a second.', async () => {
  const { requests, asked } = setUp()
  for (let batch = 0; batch < 50; batch += 1) requests.add(['a', 'b'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual([['a', 'b']])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(1)
  requests.add(['b'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual([['a', 'b'], ['b']])
})

test('A queue that is slow gets one request at a time, with all that came in meanwhile.', async () => {
  let answer = () => {}
  const { requests, asked } = setUp(() => new Promise<void>((resolve) => (answer = resolve)))
  requests.add(['a'])
  await vi.advanceTimersByTimeAsync(1_000)
  requests.add(['b'])
  await vi.advanceTimersByTimeAsync(5_000)
  requests.add(['c'])
  expect(asked).toEqual([['a']])
  answer()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual([['a'], ['b', 'c']])
})

test('A queue that is away is told of, and whoever reports next is asked for again.', async () => {
  const { requests, asked, errors } = setUp(() => Promise.reject(new Error('away')))
  requests.add(['a'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(errors).toHaveLength(1)
  requests.add(['b'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual([['a'], ['b']])
})

test('What waits when the process ends is still asked for.', async () => {
  const { requests, asked } = setUp()
  requests.add(['a'])
  await requests.close()
  expect(asked).toEqual([['a']])
  expect(vi.getTimerCount()).toBe(0)
})
