import type { Spot } from '../mercator.ts'

type PixelView = { left: number; top: number; size: number }

// Half of the 24 px that a target has at the least (WCAG 2.2, 2.5.8), and a little.
const usualReachPx = 14

/** The marker at a pixel of the map, the nearest where several are within reach. The world repeats in x. */
export const pick = <Marker extends Spot & { reachPx?: number }>(
  markers: readonly Marker[],
  view: PixelView,
  pixel: Spot,
): Marker | undefined => {
  let best: { marker: Marker; distance: number } | undefined
  for (const marker of markers) {
    const { reachPx = usualReachPx } = marker
    const dy = marker.y * view.size - view.top - pixel.y
    if (Math.abs(dy) > reachPx) continue
    const dx = nearest(marker.x * view.size - view.left - pixel.x, view.size)
    const distance = Math.hypot(dx, dy)
    if (distance <= reachPx && (!best || distance <= best.distance)) best = { marker, distance }
  }
  return best?.marker
}

const nearest = (dx: number, size: number) => dx - Math.round(dx / size) * size
