import { createRetry } from '@lading/ingest/retry'
import { expect, test } from 'vitest'

test('Work is repeated until it succeeds; the first failure and the recovery are told, the attempts between are not.', async () => {
  const told: string[] = []
  const retry = createRetry({
    signal: new AbortController().signal,
    onFailed: (what, error) => told.push(`${what}: ${error.message}`),
    onRecovered: (what, attempts) => told.push(`${what} after ${attempts}`),
    firstMs: 1,
    maxMs: 3,
  })
  let attempts = 0
  const answer = await retry('write', async () => {
    attempts += 1
    if (attempts < 5) throw new Error(`attempt ${attempts}`)
    return 'done'
  })
  expect(answer).toBe('done')
  expect(told).toEqual(['write: attempt 1', 'write after 5'])
})

test('Once the process gives up, nothing is begun any more.', async () => {
  const end = new AbortController()
  end.abort()
  const retry = createRetry({ signal: end.signal, onFailed: () => {}, onRecovered: () => {} })
  let begun = false
  const trying = retry('write', async () => {
    begun = true
  })
  await expect(trying).rejects.toThrow('abort')
  expect(begun).toBe(false)
})
