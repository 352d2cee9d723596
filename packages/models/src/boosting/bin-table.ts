import { binEdges, binOf, mostBins } from './bin-feature.ts'

/** Features by column, each value replaced by its bin: what trees are grown on. */
export type BinnedTable = { rows: number; edges: Float64Array[]; bins: Uint8Array[] }

/** Columns of equal length; NaN is missing. `edges` of another table make the bins comparable with it. */
export const binTable = (columns: Float64Array[], edges = columns.map((column) => binEdges(column, mostBins))): BinnedTable => ({
  rows: columns[0]?.length ?? 0,
  edges,
  bins: columns.map((column, at) => {
    const ofColumn = edges[at] as Float64Array
    return Uint8Array.from(column, (value) => binOf(ofColumn, value))
  }),
})
