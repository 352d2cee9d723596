import { fromLogOdds, lossOf, toLogOdds } from '../probability/log-odds.ts'
import type { Loss } from './loss.ts'
import { weigh } from './weigh.ts'

/** The log loss of yes (1) or no (0); scores are log-odds (Friedman, Hastie and Tibshirani 2000). */
export const logLoss: Loss = {
  start: (targets, weights) => {
    const { sum: yes, total } = weigh(targets, weights)
    return total > 0 ? toLogOdds((yes + 0.5) / (total + 1)) : 0
  },
  derive: (targets, scores, weights, gradients, hessians) => {
    for (let row = 0; row < targets.length; row += 1) {
      const weight = weights[row] as number
      const probability = fromLogOdds(scores[row] as number)
      gradients[row] = weight * (probability - (targets[row] as number))
      hessians[row] = weight * probability * (1 - probability)
    }
  },
  of: (target, score) => lossOf(target, fromLogOdds(score)),
}
