import { fromLogOdds } from './log-odds.ts'

/** Log-odds as a sum of columns on one scale. Plain data. */
export type Logistic = { shift: number; weights: number[]; means: number[]; deviations: number[] }

const ridge = 1
const rounds = 25

/** Logistic regression by Newton's method, each weight drawn a little to 0 (ridge; le Cessie and van Houwelingen 1992). NaN counts as the mean. */
export const learnLogistic = (columns: Float64Array[], answers: Float64Array): Logistic => {
  const rows = answers.length
  const wide = columns.length + 1
  const means = columns.map((column) => meanOf(column, (value) => value))
  const deviations = columns.map((column, at) => Math.sqrt(meanOf(column, (value) => (value - (means[at] as number)) ** 2)) || 1)
  const table = Float64Array.from({ length: rows * wide }, (_, at) => {
    const [row, column] = [Math.floor(at / wide), (at % wide) - 1]
    return column < 0 ? 1 : standard(columns[column]?.[row] as number, means[column] as number, deviations[column] as number)
  })
  let weights = new Float64Array(wide)
  for (let round = 0; round < rounds; round += 1) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight))
    const curve = Array.from({ length: wide }, (_, at) => {
      const line = new Float64Array(wide)
      line[at] = at === 0 ? 1e-9 : ridge
      return line
    })
    for (let row = 0; row < rows; row += 1) {
      const values = table.subarray(row * wide, (row + 1) * wide)
      let score = 0
      for (let at = 0; at < wide; at += 1) score += (weights[at] as number) * (values[at] as number)
      const probability = fromLogOdds(score)
      const miss = probability - (answers[row] as number)
      const weight = probability * (1 - probability)
      for (let one = 0; one < wide; one += 1) {
        const value = values[one] as number
        gradient[one] = (gradient[one] as number) + miss * value
        const line = curve[one] as Float64Array
        for (let other = 0; other <= one; other += 1) line[other] = (line[other] as number) + weight * value * (values[other] as number)
      }
    }
    const step = solved(curve, gradient)
    weights = weights.map((weight, at) => weight - (step[at] as number))
    if (step.every((its) => Math.abs(its) < 1e-8)) break
  }
  return { shift: weights[0] as number, weights: [...weights.subarray(1)], means, deviations }
}

/** Log-odds of one row. */
export const logisticScore = ({ shift, weights, means, deviations }: Logistic, columns: Float64Array[], row: number): number =>
  weights.reduce(
    (sum, weight, at) => sum + weight * standard(columns[at]?.[row] as number, means[at] as number, deviations[at] as number),
    shift,
  )

const standard = (value: number, mean: number, deviation: number) => (Number.isNaN(value) ? 0 : (value - mean) / deviation)

const meanOf = (column: Float64Array, of: (value: number) => number) => {
  let sum = 0
  let many = 0
  for (const value of column) {
    if (Number.isNaN(value)) continue
    sum += of(value)
    many += 1
  }
  return many > 0 ? sum / many : 0
}

/** The x with curve · x = gradient, by Cholesky's decomposition of the lower half, which is overwritten. */
const solved = (curve: Float64Array[], gradient: Float64Array): Float64Array => {
  const wide = gradient.length
  const at = (row: number, column: number) => (curve[row] as Float64Array)[column] as number
  for (let row = 0; row < wide; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let left = at(row, column)
      for (let inner = 0; inner < column; inner += 1) left -= at(row, inner) * at(column, inner)
      ;(curve[row] as Float64Array)[column] = row === column ? Math.sqrt(Math.max(left, 1e-12)) : left / at(column, column)
    }
  const x = gradient.slice()
  for (let row = 0; row < wide; row += 1) {
    for (let inner = 0; inner < row; inner += 1) x[row] = (x[row] as number) - at(row, inner) * (x[inner] as number)
    x[row] = (x[row] as number) / at(row, row)
  }
  for (let row = wide - 1; row >= 0; row -= 1) {
    for (let inner = row + 1; inner < wide; inner += 1) x[row] = (x[row] as number) - at(inner, row) * (x[inner] as number)
    x[row] = (x[row] as number) / at(row, row)
  }
  return x
}
