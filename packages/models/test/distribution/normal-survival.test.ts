import { expect, test } from 'vitest'
import { standardCdf } from '../../src/distribution/normal.ts'
import { normalSurvival } from '../../src/distribution/normal-survival.ts'

test('The table says what the exact function says, to one part in 30,000, and never rises.', () => {
  let before = 1
  for (let z = -9.5; z < 5.5; z += 0.0137) {
    const said = normalSurvival(z)
    expect(Math.abs(said / standardCdf(-z) - 1)).toBeLessThan(1 / 30_000)
    expect(said).toBeLessThanOrEqual(before)
    before = said
  }
})

test.each([
  // 1 − Φ(z) to the digits of Abramowitz and Stegun, table 26.2.
  [6, 9.8659e-10],
  [8, 6.221e-16],
  [10, 7.6199e-24],
])('Far out, at %d, it still is a probability.', (z, exact) => expect(normalSurvival(z) / exact).toBeCloseTo(1, 3))

test('At the ends it is 1 and nothing.', () => {
  expect(normalSurvival(Number.NEGATIVE_INFINITY)).toBe(1)
  expect(normalSurvival(Number.POSITIVE_INFINITY)).toBe(0)
})
