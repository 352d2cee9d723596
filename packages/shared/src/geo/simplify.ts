import { normaliseLon, type Point } from './point.ts'

/** What a point adds, given what would be its neighbours: the least goes first. */
type Weigh<P extends Point> = (before: P, point: P, after: P) => number

/**
 * At most `count` of the points, first and last among them, chosen so that the shape stays (Visvalingam and Whyatt 1993:
 * again and again the point that spans the smallest triangle with its neighbours goes). Order is kept.
 */
export const simplify = <P extends Point>(points: P[], count: number): P[] => thin(points, count, triangle)

/**
 * The same for a way with its times: again and again the point goes that lies nearest to where an even pace between its neighbours
 * would have it at its time (the synchronised distance of Meratnia and de By 2004). When something stood and how fast it went stays
 * as true as the shape.
 */
export const simplifyInTime = <P extends Point & { recordedAtMs: number }>(points: P[], count: number): P[] => thin(points, count, aside)

const thin = <P extends Point>(points: P[], count: number, weigh: Weigh<P>): P[] => {
  if (points.length <= Math.max(2, count)) return points
  const previous = Int32Array.from(points, (_, index) => index - 1)
  const next = Int32Array.from(points, (_, index) => index + 1)
  const weight = Float64Array.from(points, (point, index) =>
    index === 0 || index === points.length - 1 ? Number.POSITIVE_INFINITY : weigh(points[index - 1] as P, point, points[index + 1] as P),
  )
  const heap = createHeap(weight)
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
      if (weight[neighbour] === Number.POSITIVE_INFINITY) continue
      const [a, b] = [points[previous[neighbour] as number] as P, points[next[neighbour] as number] as P]
      weight[neighbour] = Math.max(weigh(a, points[neighbour] as P, b), weight[index] as number)
      heap.moved(neighbour)
    }
  }
  return points.filter((_, index) => !removed[index])
}

const triangle = (before: Point, point: Point, after: Point) => {
  const [p, r] = [offset(before, point), offset(after, point)]
  return Math.abs(p.x * r.y - r.x * p.y) / 2
}

type Timed = Point & { recordedAtMs: number }

const aside = (before: Timed, point: Timed, after: Timed) => {
  const [p, r] = [offset(before, point), offset(after, point)]
  const spanMs = after.recordedAtMs - before.recordedAtMs
  const share = spanMs > 0 ? (point.recordedAtMs - before.recordedAtMs) / spanMs : 0
  return Math.hypot(p.x + (r.x - p.x) * share, p.y + (r.y - p.y) * share)
}

// Degrees of latitude from `point`, in a plane around it.
const offset = (other: Point, { lat, lon }: Point) => ({
  x: normaliseLon(other.lon - lon) * Math.cos((lat * Math.PI) / 180),
  y: other.lat - lat,
})

// A binary heap of indices, smallest key first, that finds an index again when its key changed. What has no end is never taken.
const createHeap = (key: Float64Array) => {
  const items = Int32Array.from(key.keys()).filter((index) => key[index] !== Number.POSITIVE_INFINITY)
  const place = new Int32Array(key.length).fill(-1)
  let size = items.length
  const keyAt = (position: number) => key[items[position] as number] as number
  const put = (position: number, index: number) => {
    items[position] = index
    place[index] = position
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
    if (left < size && keyAt(left) < keyAt(least)) least = left
    if (right < size && keyAt(right) < keyAt(least)) least = right
    if (least === position) return
    swap(position, least)
    down(least)
  }
  for (const [position, index] of items.entries()) place[index] = position
  for (let position = (size >> 1) - 1; position >= 0; position--) down(position)
  return {
    pop: () => {
      const top = items[0] as number
      size -= 1
      place[top] = -1
      if (size > 0) {
        put(0, items[size] as number)
        down(0)
      }
      return top
    },
    moved: (index: number) => {
      const position = place[index] as number
      if (position >= 0) down(up(position))
    },
  }
}
