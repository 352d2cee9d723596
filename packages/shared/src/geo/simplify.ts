import { normaliseLon, type Point } from './point.ts'

/** What a point adds, given what would be its neighbours, all by their places in the list: the least goes first. */
type Weigh = (before: number, at: number, after: number) => number

/**
 * At most `count` of the points, first and last among them, chosen so that the shape stays (Visvalingam and Whyatt 1993:
 * again and again the point that spans the smallest triangle with its neighbours goes). Order is kept.
 */
export const simplify = <P extends Point>(points: P[], count: number): P[] => thin(points, count, () => triangle(points))

/**
 * The same for a way with its times: again and again the point goes that lies nearest to where an even pace between its neighbours
 * would have it at its time (the synchronised distance of Meratnia and de By 2004). When something stood and how fast it went stays
 * as true as the shape.
 */
export const simplifyInTime = <P extends Point & { recordedAtMs: number }>(points: P[], count: number): P[] =>
  thin(points, count, () => aside(points))

const thin = <P extends Point>(points: P[], count: number, weighing: () => Weigh): P[] => {
  if (points.length <= Math.max(2, count)) return points
  const weigh = weighing()
  const last = points.length - 1
  const previous = new Int32Array(points.length)
  const next = new Int32Array(points.length)
  const weight = new Float64Array(points.length)
  for (let index = 0; index <= last; index++) {
    previous[index] = index - 1
    next[index] = index + 1
    weight[index] = index === 0 || index === last ? Number.POSITIVE_INFINITY : weigh(index - 1, index, index + 1)
  }
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

const triangle = (points: Point[]): Weigh => {
  const { lat, lon, shrink } = planeOf(points)
  return (before, at, after) => {
    const [fromLat, fromLon] = [lat[before] as number, lon[before] as number]
    const [atLat, atLon] = [lat[at] as number, lon[at] as number]
    const [toLat, toLon] = [lat[after] as number, lon[after] as number]
    return (Math.abs((fromLon - atLon) * (toLat - atLat) - (toLon - atLon) * (fromLat - atLat)) * (shrink[at] as number)) / 2
  }
}

const aside = (points: (Point & { recordedAtMs: number })[]): Weigh => {
  const { lat, lon, shrink } = planeOf(points)
  const time = new Float64Array(points.length)
  for (const [index, { recordedAtMs }] of points.entries()) time[index] = recordedAtMs
  return (before, at, after) => {
    const from = time[before] as number
    const span = (time[after] as number) - from
    const share = span > 0 ? ((time[at] as number) - from) / span : 0
    const [fromLat, fromLon] = [lat[before] as number, lon[before] as number]
    const north = fromLat + ((lat[after] as number) - fromLat) * share - (lat[at] as number)
    const east = (fromLon + ((lon[after] as number) - fromLon) * share - (lon[at] as number)) * (shrink[at] as number)
    // Squared: only which is the least matters.
    return east * east + north * north
  }
}

// Degrees, and how much shorter one of longitude is there. Longitudes go on over the date line, found out once a point: differences
// are taken many times.
const planeOf = (points: Point[]) => {
  const lat = new Float64Array(points.length)
  const lon = new Float64Array(points.length)
  const shrink = new Float64Array(points.length)
  for (const [index, point] of points.entries()) {
    lat[index] = point.lat
    const before = index > 0 ? (lon[index - 1] as number) : 0
    lon[index] = before + normaliseLon(point.lon - before)
    shrink[index] = Math.cos((point.lat * Math.PI) / 180)
  }
  return { lat, lon, shrink }
}

// A binary heap of indices, smallest key first, that finds an index again when its key changed. What has no end is never taken.
const createHeap = (key: Float64Array) => {
  const items = new Int32Array(key.length)
  const place = new Int32Array(key.length).fill(-1)
  // Of the items, in the order of the heap: they are compared far more often than moved.
  const keys = new Float64Array(key.length + 1)
  let size = 0
  for (let index = 0; index < key.length; index++) {
    if (key[index] === Number.POSITIVE_INFINITY) continue
    keys[size] = key[index] as number
    items[size] = index
    place[index] = size++
  }
  keys[size] = Number.POSITIVE_INFINITY
  const put = (position: number, index: number, itsKey: number) => {
    items[position] = index
    keys[position] = itsKey
    place[index] = position
  }
  const up = (from: number, index: number, itsKey: number) => {
    let position = from
    while (position > 0) {
      const parent = (position - 1) >> 1
      const above = keys[parent] as number
      if (above <= itsKey) break
      put(position, items[parent] as number, above)
      position = parent
    }
    put(position, index, itsKey)
  }
  const down = (from: number, index: number, itsKey: number) => {
    let position = from
    for (let child = 2 * position + 1; child < size; child = 2 * position + 1) {
      if ((keys[child + 1] as number) < (keys[child] as number)) child += 1
      const below = keys[child] as number
      if (below >= itsKey) break
      put(position, items[child] as number, below)
      position = child
    }
    put(position, index, itsKey)
  }
  for (let position = (size >> 1) - 1; position >= 0; position--) down(position, items[position] as number, keys[position] as number)
  return {
    pop: () => {
      const top = items[0] as number
      size -= 1
      place[top] = -1
      const [index, itsKey] = [items[size] as number, keys[size] as number]
      keys[size] = Number.POSITIVE_INFINITY
      if (size > 0) down(0, index, itsKey)
      return top
    },
    moved: (index: number) => {
      const position = place[index] as number
      if (position < 0) return
      const itsKey = key[index] as number
      if (itsKey < (keys[position] as number)) up(position, index, itsKey)
      else down(position, index, itsKey)
    },
  }
}
