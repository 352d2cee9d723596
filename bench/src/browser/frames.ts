/**
 * Runs in the page before anything else: writes down how long each frame took, from one animation frame to the next, while it is
 * told to. A frame that took 50 ms is one that a person saw stand still for 50 ms.
 */
export const watchFrames = () => {
  const frames: number[] = []
  let last: number | undefined
  let watching = false
  const tick = (now: number) => {
    if (watching && last !== undefined) frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  Object.assign(globalThis, {
    benchFrames: {
      start: () => {
        frames.length = 0
        watching = true
      },
      stop: () => {
        watching = false
        return frames
      },
    },
  })
}

/** The page's side of it, for `evaluate`. */
export type FrameWatch = { start: () => void; stop: () => number[] }

export type FrameFigures = { frames: number; p50FrameMs: number; p95FrameMs: number; maxFrameMs: number }

export const frameFigures = (frames: number[]): FrameFigures => {
  const sorted = frames.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1))
  return { frames: sorted.length, p50FrameMs: at(0.5), p95FrameMs: at(0.95), maxFrameMs: at(1) }
}
