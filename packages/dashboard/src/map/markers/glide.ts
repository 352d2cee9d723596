import type { Spot } from '../mercator.ts'

type Target = Spot & { id: string }

// After three of these 95 % of the way is behind: the move is over in under 200 ms.
const settleMs = 60
// Beyond this many markers each frame would cost more than the eye gains.
const glideUpTo = 1500
// A millionth of the world's width, 40 m, is less than a pixel up to zoom 12.
const close = 1e-6

/**
 * Remembers where markers were drawn and moves them towards where they are. Returns each marker's place at this frame and
 * whether any is still under way; one that is not named is where it is.
 */
export const createGlide = (calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches) => {
  let drawn = new Map<string, Spot>()
  let drawnAt = 0
  return (targets: readonly Target[], atMs: number): { spots: ReadonlyMap<string, Spot>; moving: boolean } => {
    if (targets.length > glideUpTo) {
      drawn = new Map()
      return { spots: drawn, moving: false }
    }
    const share = calm() ? 1 : 1 - Math.exp(-Math.min(atMs - drawnAt, settleMs) / settleMs)
    let moving = false
    const spots = new Map<string, Spot>()
    for (const { id, x, y } of targets) {
      const before = drawn.get(id)
      // Over the antimeridian the short way is out of one side and in at the other.
      const far = !before || share === 1 || Math.abs(x - before.x) > 0.5
      const spot = far ? { x, y } : { x: before.x + (x - before.x) * share, y: before.y + (y - before.y) * share }
      const arrived = Math.abs(spot.x - x) + Math.abs(spot.y - y) < close
      if (!arrived) moving = true
      spots.set(id, arrived ? { x, y } : spot)
    }
    drawn = spots
    drawnAt = atMs
    return { spots, moving }
  }
}
