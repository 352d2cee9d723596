const waiting = new Set<() => void>()

const next = () => {
  const [first] = waiting
  if (!first) return
  waiting.delete(first)
  if (waiting.size > 0) requestAnimationFrame(next)
  first()
}

/**
 * Paints before one of the next frames, one painter a frame: two large pictures drawn for the same frame would make it late, and one that is
 * drawn a frame after the other is not seen to be. Those that wait come in the order in which they asked; whoever asks again waits once.
 */
export const takeTurn = (paint: () => void) => {
  if (waiting.size === 0) requestAnimationFrame(next)
  waiting.add(paint)
}

/** For a painter that is gone. */
export const giveUpTurn = (paint: () => void) => {
  waiting.delete(paint)
}
