import { binStride, type Histogram, type Layout } from './histogram.ts'

export type Split = { gain: number; feature: number; bin: number; missingLeft: boolean }
export type SplitRules = { leastRows: number; leastHessian: number; lambda: number; leastGain: number }
export type Sums = { rows: number; gradient: number; hessian: number }

const worth = (gradient: number, hessian: number, lambda: number) => (gradient * gradient) / (hessian + lambda)

/** The split of a node that lowers the loss most by the second-order estimate (Chen and Guestrin 2016), or none that is allowed. */
export const bestSplit = (
  histogram: Histogram,
  { features, starts, bins }: Layout,
  total: Sums,
  { leastRows, leastHessian, lambda, leastGain }: SplitRules,
): Split | undefined => {
  let best = leastGain
  let found: Split | undefined
  const parent = worth(total.gradient, total.hessian, lambda)
  for (let which = 0; which < features.length; which += 1) {
    const base = starts[which] as number
    const missingRows = histogram[base] as number
    const last = bins[which] as number
    // Once with what is missing on the right, and when there is any, once on the left.
    for (let side = 0; side < (missingRows > 0 ? 2 : 1); side += 1) {
      let rows = side ? missingRows : 0
      let gradient = side ? (histogram[base + 1] as number) : 0
      let hessian = side ? (histogram[base + 2] as number) : 0
      // The last bin too when something is missing: all that is known to the left, the missing to the right.
      for (let bin = 1; bin <= (side === 0 && missingRows > 0 ? last : last - 1); bin += 1) {
        const at = base + bin * binStride
        const here = histogram[at] as number
        if (here === 0) continue
        rows += here
        gradient += histogram[at + 1] as number
        hessian += histogram[at + 2] as number
        if (rows < leastRows || hessian < leastHessian) continue
        const hessianRight = total.hessian - hessian
        if (total.rows - rows < leastRows || hessianRight < leastHessian) break
        const gain = worth(gradient, hessian, lambda) + worth(total.gradient - gradient, hessianRight, lambda) - parent
        if (gain > best) {
          best = gain
          found = { gain, feature: features[which] as number, bin, missingLeft: side === 1 }
        }
      }
    }
  }
  return found
}
