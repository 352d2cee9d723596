import { describe, expect, it } from 'vitest'
import { inWords, remainingMs } from '../../src/start/estimate.ts'

const steps = ['build', 'start', 'wait']
const lastTime = { build: 10_000, start: 4000, wait: 6000 }

describe('What is left of a start', () => {
  it.each([
    ['at the beginning, what it took last time', 0, 0, 20_000],
    ['within a step, what is left of it and all that follow', 1, 1000, 9000],
    ['in a step that takes longer than last time, what follows', 1, 60_000, 6000],
    ['at the end, nothing', 2, 6000, 0],
  ])('is %s.', (_, current, elapsedMs, expected) => {
    expect(remainingMs(steps, lastTime, current, elapsedMs)).toBe(expected)
  })

  it('is not said while a step to come is unknown.', () => {
    expect(remainingMs(steps, { build: 10_000, start: 4000 }, 0, 0)).toBeUndefined()
    expect(remainingMs(steps, { wait: 6000 }, 2, 1000)).toBe(5000)
  })

  it.each([
    [400, '0 s'],
    [59_400, '59 s'],
    [65_000, '1 min 05 s'],
  ])('is said in words: %d ms', (ms, words) => {
    expect(inWords(ms)).toBe(words)
  })
})
