/**
 * A way to forecast a series that has no gaps: the first `length` values are known, `horizon` are wanted.
 * `season` is the period the series shows, 1 for none.
 */
export type Method = (values: Float64Array, length: number, horizon: number, season: number) => Float64Array
