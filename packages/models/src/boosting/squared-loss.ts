import type { Loss } from './loss.ts'

/** Half the squared error: boosting the mean. */
export const squaredLoss: Loss = {
  start: (targets, weights) => {
    let sum = 0
    let total = 0
    for (let row = 0; row < targets.length; row += 1) {
      sum += (weights[row] as number) * (targets[row] as number)
      total += weights[row] as number
    }
    return total > 0 ? sum / total : 0
  },
  derive: (targets, scores, weights, gradients, hessians) => {
    for (let row = 0; row < targets.length; row += 1) {
      const weight = weights[row] as number
      gradients[row] = weight * ((scores[row] as number) - (targets[row] as number))
      hessians[row] = weight
    }
  },
  of: (target, score) => (target - score) ** 2 / 2,
}
