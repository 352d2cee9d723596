import { describe, expect, it } from 'vitest'
import { createBackOff } from '../../src/start/back-off.ts'

describe('The pause before a crashed process is started again', () => {
  it('doubles from half a second to half a minute.', () => {
    const backOff = createBackOff()
    expect(Array.from({ length: 9 }, () => backOff.nextMs(100))).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('is short again after a run that lasted a minute.', () => {
    const backOff = createBackOff()
    for (let crash = 0; crash < 5; crash++) backOff.nextMs(100)
    expect(backOff.nextMs(60_000)).toBe(500)
    expect(backOff.nextMs(100)).toBe(1000)
  })
})
