import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atNewRate, calibrated, chooseCalibration, fitLine, fitSteps } from '../../src/probability/calibrate.ts'
import { fromLogOdds } from '../../src/probability/log-odds.ts'
import { calibrationError } from '../../src/probability/rank.ts'
import { seeded } from '../../src/random/seeded.ts'

/** Scores that say three times too much. */
const overconfident = (rows: number, seed: number) => {
  const random = seeded(seed)
  const truth = Float64Array.from({ length: rows }, () => 4 * random() - 3)
  return { scores: truth.map((score) => 3 * score), answers: truth.map((score) => Number(random() < fromLogOdds(score))) }
}

describe('calibration', () => {
  test('What says too much is taken back, on answers it was not fitted to.', () => {
    const { scores, answers } = overconfident(4_000, 1)
    const later = overconfident(4_000, 2)
    const error = (probabilities: Float64Array) => calibrationError(later.answers, probabilities)
    const chosen = chooseCalibration(answers, scores)
    expect(error(later.scores.map(fromLogOdds))).toBeGreaterThan(0.1)
    expect(error(later.scores.map((score) => calibrated(chosen, score)))).toBeLessThan(0.03)
  })

  test('A higher score never means a lower probability, and none is 0 or 1.', () => {
    const rows = fc.array(fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.constantFrom(0, 1)), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(rows, fc.constantFrom(fitLine, fitSteps), (pairs, learn) => {
        const scores = pairs.map(([score]) => score).sort((one, other) => one - other)
        const fitted = learn(
          pairs.map(([, answer]) => answer),
          pairs.map(([score]) => score),
        )
        let before = 0
        for (const score of scores) {
          const probability = calibrated(fitted, score)
          expect(probability).toBeGreaterThanOrEqual(before)
          expect(probability).toBeLessThanOrEqual(1)
          before = probability
        }
      }),
    )
  })

  test('Too few answers change nothing.', () => {
    expect(calibrated(chooseCalibration(Float64Array.of(1, 1, 0), Float64Array.of(-1, 0, 1)), 0)).toBe(0.5)
  })

  test('When inspections find half as much, the odds of each are half as high.', () => {
    expect(atNewRate(0.5, 0.5, 1 / 3)).toBeCloseTo(1 / 3)
    expect(atNewRate(0.3, 0.2, 0.2)).toBeCloseTo(0.3)
  })
})
