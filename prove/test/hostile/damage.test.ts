import { damaged } from '@lading/prove/hostile/damage'
import { formats } from '@lading/prove/hostile/formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const atMs = fc.integer({ min: 1_780_000_000_000, max: 1_780_003_600_000 })

describe.each(formats.map((format) => ({ ...format, topic: format.of(7).topic })))('Damaged messages under $topic', ({ of, real }) => {
  const some = fc.sample(damaged(real(atMs)), { numRuns: 500, seed: 1 })

  test('are the same for the same seed, and of many kinds.', () => {
    expect(fc.sample(damaged(real(atMs)), { numRuns: 500, seed: 1 })).toEqual(some)
    expect(new Set(some.map(String)).size).toBeGreaterThan(400)
  })

  test('have a topic and a device of their own each.', () => {
    const names = Array.from({ length: 100 }, (_, number) => of(number))
    expect(new Set(names.map(({ topic }) => topic)).size).toBe(100)
    expect(new Set(names.map(({ deviceId }) => deviceId)).size).toBe(100)
  })
})
