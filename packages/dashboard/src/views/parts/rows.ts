// Rows above and below the visible ones, so that a quick scroll shows no gap before the next frame.
const spare = 6

/** Which rows have to exist for what is scrolled into view. */
export const rowsInView = (scrollTop: number, height: number, rowHeight: number, count: number) => ({
  first: Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight) - spare)),
  last: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare),
})

/** Where a key leads from row `index`; `undefined` for keys that move nothing. */
export const rowAfterKey = (key: string, index: number, count: number, page: number) => {
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }
  const next = moves[key]
  return next === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, next))
}
