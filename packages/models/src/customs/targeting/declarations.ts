/**
 * Customs declarations by column. A category that is missing is '', a number that is missing is NaN. `days` (days since 1970) put the
 * declarations in order of time; without them the order of the rows does.
 */
export type Declarations = {
  rows: number
  categories: Record<string, string[]>
  numbers: Record<string, Float64Array>
  days?: Float64Array
}

/** Columns whose meaning the model can use: a commodity code has chapters, value and mass make a price. */
export type Roles = { goods?: string; value?: string; mass?: string }

/** The rows in `at`, in that order. */
export const pick = ({ categories, numbers, days }: Declarations, at: ArrayLike<number>): Declarations => {
  const each = <From, To>(columns: Record<string, From>, take: (column: From) => To) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, take(column)]))
  const ofNumbers = (column: Float64Array) => Float64Array.from(at, (row) => column[row] as number)
  return {
    rows: at.length,
    categories: each(categories, (column) => Array.from(at, (row) => column[row] as string)),
    numbers: each(numbers, ofNumbers),
    ...(days && { days: ofNumbers(days) }),
  }
}

/** The rows in the order of time; those of one day, or without a day, in the order they came. */
export const inTime = ({ rows, days }: Declarations): Int32Array => {
  const order = Int32Array.from({ length: rows }, (_, at) => at)
  if (!days) return order
  let known = Number.NEGATIVE_INFINITY
  const filled = days.map((day) => {
    known = Number.isNaN(day) ? known : day
    return known
  })
  return order.sort((one, other) => (filled[one] as number) - (filled[other] as number) || one - other)
}
