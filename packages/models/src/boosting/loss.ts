/** What boosting reduces. Scores are on the loss's own scale: hours for a quantile, log-odds for a probability. */
export type Loss = {
  /** The best score when nothing is known of a row. */
  start: (targets: Float64Array, weights: Float64Array) => number
  /** Fills in the first and second derivative of the loss by the score, weights included. */
  derive: (targets: Float64Array, scores: Float64Array, weights: Float64Array, gradients: Float64Array, hessians: Float64Array) => void
  /** The loss of one row. */
  of: (target: number, score: number) => number
  /**
   * What a leaf adds, where that is not the Newton step −G/(H + λ). A quantile loss is flat in its second derivative, so that the leaf
   * is fitted again (Friedman 2001): the quantile of what is left of its rows.
   */
  leaf?: (rows: Int32Array, targets: Float64Array, scores: Float64Array, weights: Float64Array) => number
}
