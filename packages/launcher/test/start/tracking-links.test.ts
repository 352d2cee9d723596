import { describe, expect, it } from 'vitest'
import { stillGood } from '../../src/start/tracking-links.ts'

describe('Tracking links of an earlier start', () => {
  const now = new Date('2026-03-01T12:00:00Z')
  const link = (url: string, expiresAt: string) => ({ url, expiresAt })

  it('are printed again while they lead here and have a day left.', () => {
    const good = link('http://127.0.0.1:8080/track/a', '2026-04-01T00:00:00Z')
    const expiring = link('http://127.0.0.1:8080/track/b', '2026-03-02T00:00:00Z')
    const elsewhere = link('http://127.0.0.1:80801/track/c', '2026-04-01T00:00:00Z')
    expect(stillGood([good, expiring, elsewhere], 'http://127.0.0.1:8080', now)).toEqual([good])
  })
})
