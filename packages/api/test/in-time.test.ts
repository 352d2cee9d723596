import { describe, expect, it, vi } from 'vitest'
import { answerWithinMs, inTime } from '../src/in-time.ts'

describe('What takes its time', () => {
  it('is answered as it was promised where it is there in time.', async () => {
    await expect(inTime(Promise.resolve('here'))).resolves.toBe('here')
    await expect(inTime(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  })

  it('is refused where it is not, and nobody waits for it any more.', async () => {
    vi.useFakeTimers()
    try {
      const waiting = inTime(new Promise(() => {})).catch((error: unknown) => error)
      await vi.advanceTimersByTimeAsync(answerWithinMs - 1)
      expect(vi.getTimerCount()).toBe(1)
      await vi.advanceTimersByTimeAsync(1)
      expect(await waiting).toMatchObject({ statusCode: 503, code: 'timed-out' })
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})
