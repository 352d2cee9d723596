/** The targets and their weights added up, each target as often as it weighs. */
export const weigh = (targets: Float64Array, weights: Float64Array) => {
  let sum = 0
  let total = 0
  for (let row = 0; row < targets.length; row += 1) {
    sum += (weights[row] as number) * (targets[row] as number)
    total += weights[row] as number
  }
  return { sum, total }
}
