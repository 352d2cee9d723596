import { type Bbox, contains } from '@lading/shared/geo/bbox'
import { mercator } from '@lading/shared/geo/mercator'
import type { Point } from '@lading/shared/geo/point'
import type { Run } from './written.ts'

export type TilePoint = Point & { openAlerts: number }
/** The points of one tile: how many, where their middle is, and one of them. */
export type TileSum = { lat: number; lon: number; count: number; openAlerts: number; first: number }

// Sixteen times halved, a tile is 600 m wide at the equator.
const deepest = 16

/**
 * Points in the order of the tiles of the world that they lie in, each tile next to its neighbours (Morton 1966). Those of any tile
 * stand in one run, so that a tile of thousands is summed up by two look-ups in running totals. Made anew when points move: a hundred
 * thousand take some ten milliseconds.
 */
export const createTiles = (points: readonly TilePoint[]) => {
  const { codes, order } = sorted(points)
  const lats = runningTotals(points, order, ({ lat }) => lat)
  const lons = runningTotals(points, order, ({ lon }) => lon)
  const alerts = runningTotals(points, order, ({ openAlerts }) => openAlerts)

  /** Visits the tiles that have points and touch the box, down to `level`; less deep where `visit` answers that it has seen enough. */
  const walk = (box: Bbox, level: number, visit: (from: number, to: number, isInside: boolean, depth: number) => boolean) => {
    const wanted = spansOf(box)
    const descend = (depth: number, code: number, from: number, to: number, isAround: boolean) => {
      if (from === to) return
      const place = isAround ? 'inside' : placeOf(depth, code, wanted)
      if (place === 'outside') return
      const isInside = place === 'inside'
      if (visit(from, to, isInside, depth) || depth === level) return
      const step = 4 ** (deepest - depth - 1)
      let start = from
      for (let quarter = 0; quarter < 4; quarter += 1) {
        const first = code + quarter * step
        const end = quarter === 3 ? to : lowerBound(codes, first + step, start, to)
        descend(depth + 1, first, start, end, isInside)
        start = end
      }
    }
    descend(0, 0, 0, codes.length, false)
  }

  /** Stretches of the order that have the points in the box, if there are at most so many. */
  const runsWithin = (box: Bbox, most: number): Run[] | undefined => {
    const runs: Run[] = []
    let count = 0
    const add = (from: number, to: number) => {
      count += to - from
      const last = runs.at(-1)
      if (last?.to === from) last.to = to
      else runs.push({ from, to })
    }
    walk(box, deepest, (from, to, isInside, depth) => {
      if (count > most) return true
      if (isInside) add(from, to)
      // A few points are looked at one by one, and so are those of a tile on the edge of the box that is not divided any more.
      else if (to - from > 8 && depth < deepest) return false
      else for (let at = from; at < to; at += 1) if (contains(box, points[order[at] as number] as Point)) add(at, at + 1)
      return true
    })
    return count > most ? undefined : runs
  }

  return {
    /** Which point is the first, the second and so on in the order of places. */
    order,
    runsWithin,
    /** The points in the box, if there are at most so many. */
    within: (box: Bbox, most: number): number[] | undefined =>
      runsWithin(box, most)?.flatMap(({ from, to }) => Array.from(order.subarray(from, to))),
    /** Each tile of a level that has points and touches the box. */
    sums: (box: Bbox, level: number): TileSum[] => {
      const found: TileSum[] = []
      walk(box, level, (from, to, _, depth) => {
        if (depth < level && to - from > 1) return false
        const count = to - from
        const of = (totals: Float64Array) => (totals[to] as number) - (totals[from] as number)
        found.push({ lat: of(lats) / count, lon: of(lons) / count, count, openAlerts: of(alerts), first: order[from] as number })
        return true
      })
      return found
    },
  }
}

export type Tiles = ReturnType<typeof createTiles>

const side = 2 ** deepest

const codeOf = ({ lat, lon }: Point) => {
  const { x, y } = mercator(lat, lon)
  const tile = (share: number) => Math.min(side - 1, Math.max(0, Math.floor(share * side)))
  return (spread(tile(y)) * 2 + spread(tile(x))) >>> 0
}

/** The bits of a number of 16 bits with room for another between each two. */
const spread = (bits: number) => {
  let wide = (bits | (bits << 8)) & 0x00ff00ff
  wide = (wide | (wide << 4)) & 0x0f0f0f0f
  wide = (wide | (wide << 2)) & 0x33333333
  return (wide | (wide << 1)) & 0x55555555
}

const gather = (code: number) => {
  let bits = code & 0x55555555
  bits = (bits | (bits >>> 1)) & 0x33333333
  bits = (bits | (bits >>> 2)) & 0x0f0f0f0f
  bits = (bits | (bits >>> 4)) & 0x00ff00ff
  return (bits | (bits >>> 8)) & 0x0000ffff
}

/** In the order of their codes, eleven bits at a time from the lowest on (radix sort): a hundred thousand in a few milliseconds. */
const sorted = (points: readonly Point[]) => {
  const count = points.length
  let codes = new Uint32Array(count)
  let order = new Uint32Array(count)
  for (let index = 0; index < count; index += 1) {
    codes[index] = codeOf(points[index] as Point)
    order[index] = index
  }
  for (let shift = 0; shift < 32; shift += 11) {
    const starts = new Uint32Array(2049)
    for (let at = 0; at < count; at += 1) {
      const next = (((codes[at] as number) >>> shift) & 2047) + 1
      starts[next] = (starts[next] as number) + 1
    }
    for (let digit = 1; digit <= 2048; digit += 1) starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number)
    const nextCodes = new Uint32Array(count)
    const nextOrder = new Uint32Array(count)
    for (let at = 0; at < count; at += 1) {
      const code = codes[at] as number
      const digit = (code >>> shift) & 2047
      const to = starts[digit] as number
      starts[digit] = to + 1
      nextCodes[to] = code
      nextOrder[to] = order[at] as number
    }
    codes = nextCodes
    order = nextOrder
  }
  return { codes, order }
}

const runningTotals = (points: readonly TilePoint[], order: Uint32Array, of: (point: TilePoint) => number) => {
  // Side by side in memory first: the order of places leaps about among the points.
  const values = new Float64Array(points.length)
  for (let index = 0; index < points.length; index += 1) values[index] = of(points[index] as TilePoint)
  const totals = new Float64Array(order.length + 1)
  for (let at = 0; at < order.length; at += 1) totals[at + 1] = (totals[at] as number) + (values[order[at] as number] as number)
  return totals
}

const lowerBound = (codes: Uint32Array, code: number, from: number, to: number) => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((codes[middle] as number) < code) low = middle + 1
    else high = middle
  }
  return low
}

/** A box in shares of the world; one that crosses the antimeridian is two. */
type Span = { west: number; east: number; north: number; south: number }

const spansOf = ({ west, south, east, north }: Bbox): Span[] => {
  const [top, bottom] = [mercator(north, west).y, mercator(south, west).y]
  const span = (from: number, to: number): Span => ({ west: (from + 180) / 360, east: (to + 180) / 360, north: top, south: bottom })
  return west <= east ? [span(west, east)] : [span(west, 180), span(-180, east)]
}

const exact = 1e-9

const placeOf = (depth: number, code: number, spans: Span[]): 'outside' | 'inside' | 'edge' => {
  const width = 2 ** -depth
  const [west, north] = [gather(code) / side, gather(code >>> 1) / side]
  const [east, south] = [west + width, north + width]
  let isTouching = false
  for (const span of spans) {
    if (west > span.east || east < span.west || north > span.south || south < span.north) continue
    isTouching = true
    // By more than what is lost in calculating. What lies beyond the poles of the map is kept in its outermost tiles, which are never inside.
    if (west - span.west > exact && span.east - east > exact && north - span.north > exact && span.south - south > exact) return 'inside'
  }
  return isTouching ? 'edge' : 'outside'
}
