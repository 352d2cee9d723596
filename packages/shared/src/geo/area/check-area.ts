import type { Area, Polygon } from '../../domain/area.ts'
import { type Issue, issueAt } from '../../issue/issue.ts'
import { type LonLat, normaliseLon } from '../point.ts'
import { unwrap } from '../unwrap.ts'

/** What is wrong with a drawing, its points and edges counted from 1, and the place on the Earth where there is one. */
export type AreaProblem = Issue & { at?: LonLat }
export type CheckedArea = { area: Area; problems?: never } | { area?: never; problems: AreaProblem[] }

/**
 * The area as it is kept: longitudes within ±180°, points that repeat left out, a ring closed and counterclockwise. A ring that crosses
 * itself, goes round a pole or encloses nothing is refused, with where.
 */
export const checkArea = (drawn: Area): CheckedArea => {
  if (drawn.shape === 'circle') return { area: { ...drawn, centre: within(drawn.centre) } }
  if (drawn.shape === 'corridor') {
    const line = withoutRepeats(drawn.line.map(within))
    const problems = line.length < 2 ? [issueAt('/line', 'two-points')] : tooLong(line, '/line')
    return problems.length > 0 ? { problems } : { area: { ...drawn, line } }
  }
  return checkRing(drawn)
}

const within = ([lon, lat]: LonLat): LonLat => [Math.abs(lon) <= 180 ? lon : normaliseLon(lon), lat]

const isSame = (a: LonLat | undefined, b: LonLat | undefined) =>
  a !== undefined && b !== undefined && a[1] === b[1] && (a[0] - b[0]) % 360 === 0

const withoutRepeats = (line: LonLat[]) => line.filter((point, index) => index === 0 || !isSame(point, line[index - 1]))

const checkRing = ({ ring: drawn }: Polygon): CheckedArea => {
  const open = withoutRepeats(drawn.map(within))
  while (open.length > 1 && isSame(open[0], open.at(-1))) open.pop()
  if (open.length < 3) return { problems: [issueAt('/ring', 'three-points')] }
  const ring = [...open, open[0] as LonLat]
  const flat = unwrap(ring)
  const problems = tooLong(ring, '/ring')
  if (problems.length > 0) return { problems }
  if (Math.abs((flat.at(-1) as LonLat)[0] - (flat[0] as LonLat)[0]) > 180) return { problems: [issueAt('/ring', 'round-pole')] }
  const crossing = firstCrossing(flat)
  if (crossing) return { problems: [crossing] }
  const area = signedArea(flat)
  if (area === 0) return { problems: [issueAt('/ring', 'no-area')] }
  return { area: { shape: 'polygon', ring: area > 0 ? ring : ring.toReversed() } }
}

// Which way round an edge goes that spans half the globe, nobody can tell.
const tooLong = (line: LonLat[], path: string): AreaProblem[] =>
  line.flatMap((point, index) => {
    const before = line[index - 1]
    if (!before || Math.abs(normaliseLon(point[0] - before[0])) < 179.999) return []
    return [{ ...issueAt(`${path}/${index}`, 'half-globe', { one: index, other: index + 1 }), at: point }]
  })

/** Twice the area in square degrees, above zero where the ring runs counterclockwise. */
const signedArea = (ring: LonLat[]) =>
  ring.slice(1).reduce((sum, [lon, lat], index) => {
    const [lonBefore, latBefore] = ring[index] as LonLat
    return sum + (lonBefore * lat - lon * latBefore)
  }, 0)

/** The first two edges that meet where they should not; neighbours may share their point and nothing else. */
const firstCrossing = (ring: LonLat[]): AreaProblem | undefined => {
  const edges = ring.length - 1
  for (let one = 0; one < edges; one++)
    for (let other = one + 1; other < edges; other++) {
      const [a, b, c, d] = [ring[one], ring[one + 1], ring[other], ring[other + 1]] as [LonLat, LonLat, LonLat, LonLat]
      const at = other === one + 1 ? foldsBack(a, b, d) : other === edges - 1 && one === 0 ? foldsBack(c, a, b) : meet(a, b, c, d)
      if (!at) continue
      const place: LonLat = [rounded(normaliseLon(at[0])), rounded(at[1])]
      const name = (edge: number) => `${edge + 1}–${((edge + 1) % edges) + 1}`
      const issue = issueAt(`/ring/${other}`, 'crosses', { one: name(one), other: name(other) })
      return { ...issue, message: `${issue.message} at longitude ${place[0]}, latitude ${place[1]}`, at: place }
    }
  return undefined
}

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** Where the edge from `b` to `c` runs back upon the one from `a` to `b`. */
const foldsBack = (a: LonLat, b: LonLat, c: LonLat): LonLat | undefined => {
  const [ux, uy, vx, vy] = [a[0] - b[0], a[1] - b[1], c[0] - b[0], c[1] - b[1]]
  return ux * vy - uy * vx === 0 && ux * vx + uy * vy > 0 ? b : undefined
}

/** Where two edges meet, also where one only touches the other. */
const meet = (a: LonLat, b: LonLat, c: LonLat, d: LonLat): LonLat | undefined => {
  const [ux, uy, vx, vy, wx, wy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1], c[0] - a[0], c[1] - a[1]]
  const cross = ux * vy - uy * vx
  if (cross !== 0) {
    const [t, s] = [(wx * vy - wy * vx) / cross, (wx * uy - wy * ux) / cross]
    return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? [a[0] + t * ux, a[1] + t * uy] : undefined
  }
  if (ux * wy - uy * wx !== 0) return undefined
  // On one line: they meet where they overlap.
  const length = ux * ux + uy * uy
  const [from, to] = [(wx * ux + wy * uy) / length, ((wx + vx) * ux + (wy + vy) * uy) / length]
  const [start, end] = [Math.max(0, Math.min(from, to)), Math.min(1, Math.max(from, to))]
  return start <= end ? [a[0] + start * ux, a[1] + start * uy] : undefined
}
