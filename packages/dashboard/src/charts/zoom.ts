import type { Range } from './scale.ts'

// Below a quarter of an hour there is one reading, and nothing to look into.
const leastMs = 15 * 60_000

const within = ({ from, to }: Range, whole: Range): Range | undefined => {
  const width = Math.max(to - from, Math.min(leastMs, whole.to - whole.from))
  if (width >= whole.to - whole.from) return undefined
  const start = Math.max(whole.from, Math.min(whole.to - width, from))
  return { from: start, to: start + width }
}

/** What is seen of a whole after its width became `factor` of what it was, around an instant that keeps its place; nothing for all of it. */
export const zoomedBy = (factor: number, seen: Range, whole: Range, around: number): Range | undefined =>
  within({ from: around - (around - seen.from) * factor, to: around + (seen.to - around) * factor }, whole)

/** What was dragged over, in either direction. */
export const zoomedTo = (a: number, b: number, whole: Range): Range | undefined =>
  within({ from: Math.min(a, b), to: Math.max(a, b) }, whole)

/** The same width, moved no farther than an instant needs to be seen. */
export const movedTo = (seen: Range, whole: Range, at: number): Range | undefined => {
  const by = at < seen.from ? at - seen.from : at > seen.to ? at - seen.to : 0
  return within({ from: seen.from + by, to: seen.to + by }, whole)
}
