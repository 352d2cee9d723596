/** As many rows as one statement takes without trouble. */
const atATime = 1_000

/** What one statement after the other takes, in order. */
export function* inParts<Row>(rows: readonly Row[]) {
  for (let from = 0; from < rows.length; from += atATime) yield rows.slice(from, from + atATime)
}
