import type { Spot } from '../mercator.ts'
import type { View } from '../scene.ts'

type Placed = Spot & { id: string }

/** Where to put sprites, the lowest last: corners in pixels, and which marker it is. The arrays are longer than `count` and used again. */
export type Topmost = { count: number; x: Float64Array; y: Float64Array; index: Uint32Array }

/**
 * Which markers are worth drawing: those on the canvas, and of several that would cover each other but for `cellPx` only the one on top. A
 * world's ten thousand markers on one screen are then a third of that, and look the same. Nothing is allocated from one frame to the next.
 */
export const createTopmost = () => {
  let taken = new Uint8Array(0)
  let found: Topmost = { count: 0, x: new Float64Array(0), y: new Float64Array(0), index: new Uint32Array(0) }

  const make = (room: number) => {
    found = { count: 0, x: new Float64Array(room), y: new Float64Array(room), index: new Uint32Array(room) }
  }

  return (
    markers: readonly Placed[],
    spots: ReadonlyMap<string, Spot>,
    { width, height, left, top, size }: Omit<View, 'ratio'>,
    side: number,
    cellPx: number,
  ): Topmost => {
    // The same marker may show on several worlds side by side.
    const worlds = Math.ceil((width + side) / size) + 1
    if (found.index.length < markers.length * worlds) make(markers.length * worlds * 2)
    const columns = Math.ceil((width + side) / cellPx) + 1
    const cells = columns * (Math.ceil((height + side) / cellPx) + 1)
    if (taken.length < cells) taken = new Uint8Array(cells)
    else taken.fill(0, 0, cells)
    let count = 0
    for (let index = markers.length - 1; index >= 0; index -= 1) {
      const marker = markers[index] as Placed
      const { x: worldX, y: worldY } = spots.get(marker.id) ?? marker
      const y = worldY * size - top - side / 2
      if (y < -side || y > height) continue
      const once = worldX * size - left - side / 2
      for (let x = once - Math.floor((once + side) / size) * size; x <= width; x += size) {
        const cell = Math.floor((y + side) / cellPx) * columns + Math.floor((x + side) / cellPx)
        if (taken[cell]) continue
        taken[cell] = 1
        found.x[count] = x
        found.y[count] = y
        found.index[count] = index
        count += 1
      }
    }
    found.count = count
    return found
  }
}
