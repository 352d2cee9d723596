import { describe, expect, test } from 'vitest'
import { binEdges, binOf } from '../../src/boosting/bin-feature.ts'
import { binTable } from '../../src/boosting/bin-table.ts'
import { boost, boostColumns, scoreOf } from '../../src/boosting/boost.ts'
import type { Loss } from '../../src/boosting/loss.ts'
import { quantileLoss } from '../../src/boosting/quantile-loss.ts'
import { squaredLoss } from '../../src/boosting/squared-loss.ts'
import { plainQuantile, weightedQuantile } from '../../src/boosting/weighted-quantile.ts'
import { seeded } from '../../src/random/seeded.ts'

/** A step in one feature, a slope in another, missing values that mean something, and a feature that says nothing. */
const example = (rows: number, seed: number) => {
  const random = seeded(seed)
  const step = Float64Array.from({ length: rows }, () => Math.floor(random() * 10))
  const slope = Float64Array.from({ length: rows }, () => (random() < 0.2 ? Number.NaN : random()))
  const noise = Float64Array.from({ length: rows }, () => random())
  const targets = Float64Array.from(step, (value, row) => {
    const its = slope[row] as number
    return (value > 6 ? 50 : 10) + (Number.isNaN(its) ? 30 : 10 * its) + 4 * random()
  })
  return { columns: [step, slope, noise], targets, row: (at: number) => [step[at], slope[at], noise[at]] as number[] }
}

describe('bins', () => {
  test('Few distinct values get a bin each, and what is missing one of its own.', () => {
    const edges = binEdges(Float64Array.from([3, 1, 1, 2, Number.NaN]))
    expect([...edges]).toEqual([1.5, 2.5])
    expect([Number.NaN, 0, 1, 2, 3, 99].map((value) => binOf(edges, value))).toEqual([0, 1, 1, 2, 3, 3])
  })

  test('Many values are spread evenly over the bins.', () => {
    const random = seeded(1)
    const values = Float64Array.from({ length: 5_000 }, () => random() ** 3)
    const edges = binEdges(values, 20)
    const held = new Array<number>(22).fill(0)
    for (const value of values) held[binOf(edges, value)] = (held[binOf(edges, value)] ?? 0) + 1
    expect(edges.length).toBe(19)
    expect(held.slice(1, 21).every((many) => many > 240 && many < 260)).toBe(true)
  })

  test('One frequent value does not take the bins of the others.', () => {
    const values = Float64Array.from({ length: 2_000 }, (_, at) => (at < 1_500 ? 0 : at))
    expect(binEdges(values, 20).length).toBeGreaterThanOrEqual(5)
  })

  test('A feature without any value has no edges.', () => expect(binEdges(Float64Array.from([Number.NaN])).length).toBe(0))
})

describe('quantiles', () => {
  test('Weights count like repeated values.', () => {
    expect(weightedQuantile(Float64Array.from([1, 2, 10]), Float64Array.from([1, 1, 8]), 0.9)).toBe(10)
    expect(plainQuantile(Float64Array.from([3, 1, 2]), 0.5)).toBe(2)
    expect(weightedQuantile(Float64Array.from([3, 1, 2]), Float64Array.from([1, 1, 1]), 0.5)).toBe(2)
    expect(plainQuantile(Float64Array.from([0, 10]), 0.5)).toBe(5)
  })
})

describe('boosting', () => {
  test('The mean is learnt, missing values included, and rows it has not seen are predicted.', () => {
    const { columns, targets } = example(2_000, 1)
    const { boosted } = boostColumns(columns, { targets, loss: squaredLoss, rules: { rounds: 200, shrinkage: 0.1 } })
    const unseen = example(500, 2)
    let squared = 0
    for (let at = 0; at < 500; at += 1) squared += (scoreOf(boosted, unseen.row(at)) - (unseen.targets[at] as number)) ** 2 / 500
    expect(Math.sqrt(squared)).toBeLessThan(1.8)
  })

  test('A quantile has its share of unseen outcomes below it.', () => {
    const { columns, targets } = example(4_000, 3)
    const unseen = example(2_000, 4)
    for (const level of [0.1, 0.5, 0.9]) {
      const { boosted } = boostColumns(columns, { targets, loss: quantileLoss(level), rules: { rounds: 150 } })
      let below = 0
      for (let at = 0; at < 2_000; at += 1) if ((unseen.targets[at] as number) <= scoreOf(boosted, unseen.row(at))) below += 1
      expect(Math.abs(below / 2_000 - level)).toBeLessThan(0.05)
    }
  })

  test('The scores that training keeps are those of the trees, also after a trip through JSON.', () => {
    const { columns, targets, row } = example(600, 5)
    const { boosted, scores } = boostColumns(columns, { targets, loss: quantileLoss(0.5), rules: { rounds: 30 } })
    const stored = JSON.parse(JSON.stringify(boosted))
    for (let at = 0; at < 600; at += 1) expect(scoreOf(stored, row(at))).toBeCloseTo(scores[at] as number, 9)
  })

  test('It stops when the rows it is judged by get no better.', () => {
    const random = seeded(6)
    const columns = [Float64Array.from({ length: 400 }, random)]
    const targets = Float64Array.from({ length: 400 }, random)
    const { boosted, loss } = boostColumns(columns, { targets, loss: squaredLoss, judgedFrom: 300, rules: { rounds: 500, patience: 10 } })
    expect(boosted.trees.length).toBeLessThan(100)
    expect(loss).toBeGreaterThan(0)
  })

  test('What the judging rows answered does not change the trees before it stops.', () => {
    const { columns, targets } = example(400, 7)
    const other = targets.map((target, row) => (row >= 300 ? target * 3 : target))
    const rules = { rounds: 5, patience: 50 }
    const first = (answers: Float64Array) =>
      boostColumns(columns, { targets: answers, loss: squaredLoss, judgedFrom: 300, rules }).boosted.trees[0]
    expect(first(other)).toEqual(first(targets))
  })

  test('Any loss with two derivatives can be boosted: probabilities by log-odds.', () => {
    const logistic = (score: number) => 1 / (1 + Math.exp(-score))
    const logLoss: Loss = {
      start: () => 0,
      derive: (targets, scores, weights, gradients, hessians) =>
        targets.forEach((target, row) => {
          const chance = logistic(scores[row] as number)
          gradients[row] = (weights[row] as number) * (chance - target)
          hessians[row] = (weights[row] as number) * chance * (1 - chance)
        }),
      of: (target, score) => Math.log1p(Math.exp(target === 1 ? -score : score)),
    }
    const { columns } = example(1_000, 8)
    const targets = Float64Array.from(columns[0] as Float64Array, (value) => (value > 6 ? 1 : 0))
    const { scores } = boost({ table: binTable(columns), targets, loss: logLoss, rules: { rounds: 100 } })
    expect(scores.every((score, row) => logistic(score) > 0.5 === (targets[row] === 1))).toBe(true)
  })

  test('Nothing to learn from is no reason to fail: the start is the answer.', () => {
    const constant = boostColumns([new Float64Array(50).fill(7)], { targets: new Float64Array(50).fill(3), loss: quantileLoss(0.9) })
    expect(scoreOf(constant.boosted, [7])).toBe(3)
    const bare = boostColumns([], { targets: new Float64Array(0), loss: squaredLoss })
    expect(bare.boosted).toEqual({ start: 0, trees: [] })
  })
})
