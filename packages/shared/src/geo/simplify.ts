import { normaliseLon, type Point } from './point.ts'

/**
 * At most `count` of the points, first and last among them, chosen so that the shape stays (Visvalingam and Whyatt 1993:
 * again and again the point that spans the smallest triangle with its neighbours goes). Order is kept.
 */
export const simplify = <P extends Point>(points: P[], count: number): P[] => {
  if (points.length <= Math.max(2, count)) return points
  const previous = points.map((_, index) => index - 1)
  const next = points.map((_, index) => index + 1)
  const area = points.map((_, index) =>
    index === 0 || index === points.length - 1 ? Number.POSITIVE_INFINITY : triangle(points, index - 1, index, index + 1),
  )
  const heap = createHeap(area)
  const removed = new Uint8Array(points.length)
  for (let left = points.length; left > Math.max(2, count); left--) {
    const index = heap.pop()
    removed[index] = 1
    const before = previous[index] as number
    const after = next[index] as number
    next[before] = after
    previous[after] = before
    // A neighbour never becomes less significant than what was removed for it, or a long gentle curve would be eaten from one end.
    for (const neighbour of [before, after]) {
      if (area[neighbour] === Number.POSITIVE_INFINITY) continue
      const fresh = triangle(points, previous[neighbour] as number, neighbour, next[neighbour] as number)
      area[neighbour] = Math.max(fresh, area[index] as number)
      heap.moved(neighbour)
    }
  }
  return points.filter((_, index) => !removed[index])
}

const triangle = (points: Point[], a: number, b: number, c: number) => {
  const [p, q, r] = [points[a] as Point, points[b] as Point, points[c] as Point]
  const scale = Math.cos((q.lat * Math.PI) / 180)
  const px = normaliseLon(p.lon - q.lon) * scale
  const rx = normaliseLon(r.lon - q.lon) * scale
  return Math.abs(px * (r.lat - q.lat) - rx * (p.lat - q.lat)) / 2
}

// A binary heap of indices, smallest key first, that finds an index again when its key changed.
const createHeap = (key: number[]) => {
  const items = key.map((_, index) => index).filter((index) => key[index] !== Number.POSITIVE_INFINITY)
  const place = new Map<number, number>()
  const keyAt = (position: number) => key[items[position] as number] as number
  const put = (position: number, index: number) => {
    items[position] = index
    place.set(index, position)
  }
  const swap = (a: number, b: number) => {
    const [left, right] = [items[a] as number, items[b] as number]
    put(a, right)
    put(b, left)
  }
  const up = (position: number): number => {
    const parent = (position - 1) >> 1
    if (position === 0 || keyAt(parent) <= keyAt(position)) return position
    swap(parent, position)
    return up(parent)
  }
  const down = (position: number): void => {
    const [left, right] = [2 * position + 1, 2 * position + 2]
    let least = position
    if (left < items.length && keyAt(left) < keyAt(least)) least = left
    if (right < items.length && keyAt(right) < keyAt(least)) least = right
    if (least === position) return
    swap(position, least)
    down(least)
  }
  for (const [position, index] of items.entries()) place.set(index, position)
  for (let position = (items.length >> 1) - 1; position >= 0; position--) down(position)
  return {
    pop: () => {
      const top = items[0] as number
      const last = items.pop() as number
      place.delete(top)
      if (items.length > 0) {
        put(0, last)
        down(0)
      }
      return top
    },
    moved: (index: number) => {
      const position = place.get(index)
      if (position !== undefined) down(up(position))
    },
  }
}
