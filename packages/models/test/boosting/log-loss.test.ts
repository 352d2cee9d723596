import { expect, test } from 'vitest'
import { boostColumns, scoreOf } from '../../src/boosting/boost.ts'
import { logLoss } from '../../src/boosting/log-loss.ts'
import { fromLogOdds } from '../../src/probability/log-odds.ts'
import { seeded } from '../../src/random/seeded.ts'

test('Boosting the log loss gives the probability of either side of a step.', () => {
  const random = seeded(4)
  const column = Float64Array.from({ length: 4_000 }, () => random())
  const answers = column.map((value) => Number(random() < (value > 0.5 ? 0.8 : 0.1)))
  const { boosted } = boostColumns([column], { targets: answers, loss: logLoss, rules: { rounds: 60, leaves: 2, depth: 1 } })
  expect(Math.abs(fromLogOdds(scoreOf(boosted, [0.2])) - 0.1)).toBeLessThan(0.03)
  expect(Math.abs(fromLogOdds(scoreOf(boosted, [0.9])) - 0.8)).toBeLessThan(0.03)
})

test('The derivatives are those of the loss.', () => {
  const [gradients, hessians] = [new Float64Array(2), new Float64Array(2)]
  const [targets, scores] = [Float64Array.of(1, 0), Float64Array.of(0.3, -0.7)]
  logLoss.derive(targets, scores, Float64Array.of(1, 1), gradients, hessians)
  const step = 1e-4
  for (const row of [0, 1]) {
    const [target, score] = [targets[row] as number, scores[row] as number]
    const [low, mid, high] = [score - step, score, score + step].map((its) => logLoss.of(target, its)) as [number, number, number]
    expect(gradients[row]).toBeCloseTo((high - low) / (2 * step), 6)
    expect(hessians[row]).toBeCloseTo((high - 2 * mid + low) / step ** 2, 4)
  }
})
