import { normaliseLon, type Point } from './point.ts'

/** What a point adds, given what would be its neighbours, all by their places in the list: the least goes first. */
type Weigh = (before: number, at: number, after: number) => number

/**
 * At most `count` of the points, first and last among them, chosen so that the shape stays (Visvalingam and Whyatt 1993:
 * again and again the point that spans the smallest triangle with its neighbours goes). Order is kept.
 */
export const simplify = <P extends Point>(points: P[], count: number): P[] => thin(points, count, () => triangle(offsetsOf(points)))

/**
 * The same for a way with its times: again and again the point goes that lies nearest to where an even pace between its neighbours
 * would have it at its time (the synchronised distance of Meratnia and de By 2004). When something stood and how fast it went stays
 * as true as the shape.
 */
export const simplifyInTime = <P extends Point & { recordedAtMs: number }>(points: P[], count: number): P[] =>
  thin(points, count, () => aside(offsetsOf(points), points))

const thin = <P extends Point>(points: P[], count: number, weighing: () => Weigh): P[] => {
  if (points.length <= Math.max(2, count)) return points
  const weigh = weighing()
  const last = points.length - 1
  const previous = new Int32Array(points.length).map((_, index) => index - 1)
  const next = new Int32Array(points.length).map((_, index) => index + 1)
  const weight = new Float64Array(points.length).map((_, index) =>
    index === 0 || index === last ? Number.POSITIVE_INFINITY : weigh(index - 1, index, index + 1),
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
      const weighs = weigh(previous[neighbour] as number, neighbour, next[neighbour] as number)
      weight[neighbour] = Math.max(weighs, weight[index] as number)
      heap.moved(neighbour)
    }
  }
  return points.filter((_, index) => !removed[index])
}

const triangle =
  ({ east, north }: Offsets): Weigh =>
  (before, at, after) =>
    Math.abs(east(before, at) * north(after, at) - east(after, at) * north(before, at)) / 2

const aside =
  ({ east, north }: Offsets, points: { recordedAtMs: number }[]): Weigh =>
  (before, at, after) => {
    const timeOf = (index: number) => (points[index] as { recordedAtMs: number }).recordedAtMs
    const spanMs = timeOf(after) - timeOf(before)
    const share = spanMs > 0 ? (timeOf(at) - timeOf(before)) / spanMs : 0
    const [fromEast, fromNorth] = [east(before, at), north(before, at)]
    // Squared: only which is the least matters.
    return (fromEast + (east(after, at) - fromEast) * share) ** 2 + (fromNorth + (north(after, at) - fromNorth) * share) ** 2
  }

type Offsets = ReturnType<typeof offsetsOf>

// Degrees of latitude from the point `at`, in a plane around it.
const offsetsOf = (points: Point[]) => {
  const lat = Float64Array.from(points, (point) => point.lat)
  const lon = Float64Array.from(points, (point) => point.lon)
  const perDegree = lat.map((degrees) => Math.cos((degrees * Math.PI) / 180))
  return {
    east: (other: number, at: number) => normaliseLon((lon[other] as number) - (lon[at] as number)) * (perDegree[at] as number),
    north: (other: number, at: number) => (lat[other] as number) - (lat[at] as number),
  }
}

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
  const up = (from: number) => {
    const index = items[from] as number
    let position = from
    for (let parent = (position - 1) >> 1; position > 0 && keyAt(parent) > (key[index] as number); parent = (position - 1) >> 1) {
      put(position, items[parent] as number)
      position = parent
    }
    put(position, index)
    return position
  }
  const down = (from: number) => {
    const index = items[from] as number
    let position = from
    for (let child = 2 * position + 1; child < size; child = 2 * position + 1) {
      if (child + 1 < size && keyAt(child + 1) < keyAt(child)) child += 1
      if (keyAt(child) >= (key[index] as number)) break
      put(position, items[child] as number)
      position = child
    }
    put(position, index)
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
