import { expect, test } from 'vitest'
import { fromLogOdds } from '../../src/probability/log-odds.ts'
import { learnLogistic, logisticScore } from '../../src/probability/logistic.ts'
import { seeded } from '../../src/random/seeded.ts'

test('The weights that made the answers are found again, whatever the unit of a column.', () => {
  const random = seeded(3)
  const columns = [0, 1, 2].map(() => Float64Array.from({ length: 5_000 }, () => random() * 4 - 2))
  const score = (row: number) => 0.5 + 1.5 * (columns[0]?.[row] as number) - (columns[1]?.[row] as number)
  const answers = Float64Array.from({ length: 5_000 }, (_, row) => Number(random() < fromLogOdds(score(row))))
  const learnt = learnLogistic(columns, answers)
  const grams = learnLogistic(
    columns.map((column) => column.map((value) => 1_000 * value)),
    answers,
  )
  const inGrams = columns.map((column) => column.map((value) => 1_000 * value))
  for (let row = 0; row < 50; row += 1) {
    expect(Math.abs(logisticScore(learnt, columns, row) - score(row))).toBeLessThan(0.4)
    expect(logisticScore(grams, inGrams, row)).toBeCloseTo(logisticScore(learnt, columns, row), 6)
  }
})

test('A constant column and missing values do no harm.', () => {
  const learnt = learnLogistic([Float64Array.of(7, 7, 7, 7), Float64Array.of(1, Number.NaN, 3, 4)], Float64Array.of(0, 0, 1, 1))
  expect(Number.isFinite(logisticScore(learnt, [Float64Array.of(7), Float64Array.of(Number.NaN)], 0))).toBe(true)
})
