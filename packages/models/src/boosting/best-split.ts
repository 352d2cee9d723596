/** Sums of gradient, second derivative and rows of one bin after the other: three numbers a bin, `featureStride` a feature. */
export type Histogram = Float64Array
export const binStride = 3

export type Split = { gain: number; feature: number; bin: number; missingLeft: boolean }
export type SplitRules = { leastRows: number; leastHessian: number; lambda: number; leastGain: number }
type Sums = { gradient: number; hessian: number; rows: number }

const worth = (gradient: number, hessian: number, lambda: number) => (gradient * gradient) / (hessian + lambda)

/** The split of a node that lowers the loss most by the second-order estimate (Chen and Guestrin 2016), or none that is allowed. */
export const bestSplit = (
  histogram: Histogram,
  featureStride: number,
  features: Int32Array,
  binsOf: Int32Array,
  total: Sums,
  { leastRows, leastHessian, lambda, leastGain }: SplitRules,
): Split | undefined => {
  let best = leastGain
  let found: Split | undefined
  const parent = worth(total.gradient, total.hessian, lambda)
  for (let which = 0; which < features.length; which += 1) {
    const feature = features[which] as number
    const base = feature * featureStride
    const missingRows = histogram[base + 2] as number
    const last = binsOf[feature] as number
    // Once with what is missing on the right, and when there is any, once on the left.
    for (let side = 0; side < (missingRows > 0 ? 2 : 1); side += 1) {
      let gradient = side ? (histogram[base] as number) : 0
      let hessian = side ? (histogram[base + 1] as number) : 0
      let rows = side ? missingRows : 0
      // The last bin too when something is missing: all that is known to the left, the missing to the right.
      for (let bin = 1; bin <= (side === 0 && missingRows > 0 ? last : last - 1); bin += 1) {
        const at = base + bin * binStride
        const here = histogram[at + 2] as number
        if (here === 0) continue
        gradient += histogram[at] as number
        hessian += histogram[at + 1] as number
        rows += here
        if (rows < leastRows || hessian < leastHessian) continue
        const hessianRight = total.hessian - hessian
        if (total.rows - rows < leastRows || hessianRight < leastHessian) break
        const gain = worth(gradient, hessian, lambda) + worth(total.gradient - gradient, hessianRight, lambda) - parent
        if (gain > best) {
          best = gain
          found = { gain, feature, bin, missingLeft: side === 1 }
        }
      }
    }
  }
  return found
}
