import type { Loss } from './loss.ts'
import { plainQuantile, weightedQuantile } from './weighted-quantile.ts'

/** The pinball loss of a quantile (Koenker and Bassett 1978): a miss above costs `level` a unit, a miss below 1 − `level`. */
export const pinball = (level: number, target: number, score: number) =>
  target >= score ? level * (target - score) : (1 - level) * (score - target)

export const quantileLoss = (level: number): Loss => ({
  start: (targets, weights) => weightedQuantile(targets, weights, level),
  derive: (targets, scores, weights, gradients, hessians) => {
    for (let row = 0; row < targets.length; row += 1) {
      const weight = weights[row] as number
      gradients[row] = (targets[row] as number) > (scores[row] as number) ? -level * weight : (1 - level) * weight
      hessians[row] = weight
    }
  },
  of: (target, score) => pinball(level, target, score),
  leaf: (rows, targets, scores, weights) => {
    const left = new Float64Array(rows.length)
    const weight = new Float64Array(rows.length)
    const first = weights[rows[0] as number] as number
    let alike = true
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number
      left[at] = (targets[row] as number) - (scores[row] as number)
      weight[at] = weights[row] as number
      if (weight[at] !== first) alike = false
    }
    return alike ? plainQuantile(left, level) : weightedQuantile(left, weight, level)
  },
})
