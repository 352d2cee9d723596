import { keepRepeating } from '@lading/workers/keep-repeating'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('The sweep is asked for again, as a queue that was emptied has forgotten it, also after a request that failed.', async () => {
  const errors: string[] = []
  const repeat = vi.fn(async () => {})
  const sweeping = await keepRepeating({
    queue: { repeat },
    name: 'sweep',
    everyMs: 15_000,
    onError: ({ message }) => errors.push(message),
  })
  expect(repeat.mock.calls).toEqual([['sweep', {}, 15_000]])
  repeat.mockRejectedValueOnce(new Error('away'))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(errors).toEqual(['away'])
  await vi.advanceTimersByTimeAsync(30_000)
  expect(repeat).toHaveBeenCalledTimes(3)
  await sweeping.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(repeat).toHaveBeenCalledTimes(3)
})
