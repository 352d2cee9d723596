import type { BinnedTable } from './bin-table.ts'

/** Rows, sum of gradients and sum of second derivatives of one bin after the other, for the features that a tree looks at. */
export type Histogram = Float64Array
export const binStride = 3

/** Where each looked-at feature begins in a histogram; each takes as much as it has bins, so that little has to be cleared and subtracted. */
export type Layout = { features: Int32Array; starts: Int32Array; bins: Int32Array; size: number }

export const layoutOf = ({ edges }: BinnedTable, features: Int32Array): Layout => {
  const starts = new Int32Array(features.length)
  const bins = new Int32Array(features.length)
  let size = 0
  for (let which = 0; which < features.length; which += 1) {
    starts[which] = size
    bins[which] = (edges[features[which] as number]?.length ?? 0) + 1
    size += ((bins[which] as number) + 1) * binStride
  }
  return { features, starts, bins, size }
}

/** The derivatives of the rows in question, in their order, and whether the second ones are all the same. */
export type Derivatives = { gradients: Float64Array; hessians: Float64Array; alike: boolean }

/** Adds up rows `from` … `to` − 1 of one feature. A function of its own: it is where the time goes, and small functions are optimised well. */
export const addUp = (
  histogram: Histogram,
  start: number,
  bins: Uint8Array,
  rows: Int32Array,
  from: number,
  to: number,
  { gradients, hessians }: Derivatives,
) => {
  for (let at = from; at < to; at += 1) {
    const slot = start + (bins[rows[at] as number] as number) * binStride
    histogram[slot] = (histogram[slot] as number) + 1
    histogram[slot + 1] = (histogram[slot + 1] as number) + (gradients[at] as number)
    histogram[slot + 2] = (histogram[slot + 2] as number) + (hessians[at] as number)
  }
}

/** The same where second derivatives are all alike: they follow from the number of rows. */
export const addUpAlike = (
  histogram: Histogram,
  start: number,
  bins: Uint8Array,
  rows: Int32Array,
  from: number,
  to: number,
  { gradients }: Derivatives,
) => {
  for (let at = from; at < to; at += 1) {
    const slot = start + (bins[rows[at] as number] as number) * binStride
    histogram[slot] = (histogram[slot] as number) + 1
    histogram[slot + 1] = (histogram[slot + 1] as number) + (gradients[at] as number)
  }
}

export const fillAlike = (histogram: Histogram, hessian: number) => {
  for (let slot = 0; slot < histogram.length; slot += binStride) histogram[slot + 2] = hessian * (histogram[slot] as number)
}

export const subtract = (from: Histogram, other: Histogram, size: number) => {
  for (let at = 0; at < size; at += 1) from[at] = (from[at] as number) - (other[at] as number)
}
