/**
 * Solves (A + ridge·diag(A))·x = b in place by Cholesky decomposition; A is symmetric, row by row, of `size` rows.
 * Returns whether it could; the answer is in b.
 */
export const solveSymmetric = (matrix: Float64Array, right: Float64Array, size: number, ridge = 0): boolean => {
  for (let at = 0; at < size; at += 1) matrix[at * size + at] = (matrix[at * size + at] as number) * (1 + ridge) + 1e-12
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] as number
      for (let at = 0; at < column; at += 1) sum -= (matrix[row * size + at] as number) * (matrix[column * size + at] as number)
      if (row === column) {
        if (!(sum > 0)) return false
        matrix[row * size + row] = Math.sqrt(sum)
      } else matrix[row * size + column] = sum / (matrix[column * size + column] as number)
    }
  }
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] as number
    for (let at = 0; at < row; at += 1) sum -= (matrix[row * size + at] as number) * (right[at] as number)
    right[row] = sum / (matrix[row * size + row] as number)
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] as number
    for (let at = row + 1; at < size; at += 1) sum -= (matrix[at * size + row] as number) * (right[at] as number)
    right[row] = sum / (matrix[row * size + row] as number)
  }
  return true
}
