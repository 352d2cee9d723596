import { expect, test } from 'vitest'
import { driftOfNames, driftOfNumbers, large, notable, stabilityIndex } from '../../src/probability/stability.ts'
import { seeded } from '../../src/random/seeded.ts'

test('The stability index is the sum over groups of the change in share times the logarithm of the change.', () => {
  expect(stabilityIndex([50, 50], [25, 75])).toBeCloseTo(-0.25 * Math.log(0.5) + 0.25 * Math.log(1.5), 12)
  expect(stabilityIndex([10, 20], [20, 40])).toBe(0)
})

test('Numbers that have not changed do not drift, numbers that moved do, and so does what is suddenly missing.', () => {
  const random = seeded(1)
  const draw = (shift: number) => Float64Array.from({ length: 2_000 }, () => random() + shift)
  const then = draw(0)
  expect(driftOfNumbers(then, draw(0))).toBeLessThan(notable)
  expect(driftOfNumbers(then, draw(0.4))).toBeGreaterThan(large)
  expect(driftOfNumbers(then, new Float64Array(2_000).fill(Number.NaN))).toBeGreaterThan(large)
})

test('Rare names may come and go; a name that takes over is drift.', () => {
  const random = seeded(2)
  const names = (many: number) => Array.from({ length: 2_000 }, () => `party ${Math.floor(random() * many)}`)
  expect(driftOfNames(names(900), names(900))).toBeLessThan(notable)
  expect(
    driftOfNames(
      names(4),
      Array.from({ length: 2_000 }, () => 'party 0'),
    ),
  ).toBeGreaterThan(large)
})
