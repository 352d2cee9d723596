import { indexAt, type TimedTrack } from '../state/replay/timed-track.ts'
import { mercator, type Spot } from './mercator.ts'

/** A way as spots of the world; x goes on past its edges. */
export const spotsOf = ({ lat, lon }: Pick<TimedTrack, 'lat' | 'lon'>): Spot[] =>
  lat.map((value, index) => mercator(value, lon[index] as number))

type PixelView = { left: number; top: number; size: number }

/**
 * The time at which a way was nearest to a pixel of the map, no farther than `reachPx` away; the latest of several. The world repeats
 * in x.
 */
export const timeNear = (
  spots: readonly Spot[],
  { atMs }: TimedTrack,
  view: PixelView,
  pixel: { x: number; y: number },
  reachPx: number,
) => {
  let best: { atMs: number; distance: number } | undefined
  const x = (pixel.x + view.left) / view.size
  const y = (pixel.y + view.top) / view.size
  const reach = reachPx / view.size
  for (let index = 1; index < spots.length; index++) {
    const [a, b] = [spots[index - 1] as Spot, spots[index] as Spot]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const px = x + Math.round(a.x - x) - a.x
    const py = y - a.y
    const length = dx * dx + dy * dy
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
    const distance = Math.hypot(px - share * dx, py - share * dy)
    if (distance > reach || (best && distance > best.distance)) continue
    const [fromMs, toMs] = [atMs[index - 1] as number, atMs[index] as number]
    best = { distance, atMs: fromMs + (toMs - fromMs) * share }
  }
  return best?.atMs
}

/** The spots up to a time, the last of them where it was then. */
export const spotsUntil = (spots: readonly Spot[], track: TimedTrack, ms: number): Spot[] => {
  const index = indexAt(track, ms)
  const [from, to] = [spots[index], spots[index + 1]]
  if (!from) return []
  if (!to) return spots.slice()
  const [fromMs, toMs] = [track.atMs[index] as number, track.atMs[index + 1] as number]
  const share = (ms - fromMs) / (toMs - fromMs)
  return [...spots.slice(0, index + 1), { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]
}
