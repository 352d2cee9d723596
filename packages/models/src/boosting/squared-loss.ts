import type { Loss } from './loss.ts'
import { weigh } from './weigh.ts'

/** Half the squared error: boosting the mean. */
export const squaredLoss: Loss = {
  start: (targets, weights) => {
    const { sum, total } = weigh(targets, weights)
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
