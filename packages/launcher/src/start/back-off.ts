const firstMs = 500
const longestMs = 30_000
// Whoever ran this long had started well: the next crash is a new story.
const settledMs = 60_000

/** How long to wait before the next start: doubling from 0.5 s to 30 s, from the beginning after a settled run. */
export const createBackOff = () => {
  let crashes = 0
  return {
    nextMs: (ranForMs: number) => {
      if (ranForMs >= settledMs) crashes = 0
      return Math.min(firstMs * 2 ** crashes++, longestMs)
    },
  }
}
