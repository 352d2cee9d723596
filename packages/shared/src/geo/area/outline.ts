import type { Area } from '../../domain/area.ts'
import { bearingDeg } from '../distance.ts'
import { pointAt } from '../great-circle.ts'
import { type LonLat, normaliseLon, type Point, toPoint } from '../point.ts'
import { unwrap } from '../unwrap.ts'
import { edgeDistanceM } from './edge-distance.ts'

/** A straight edge in longitude and latitude is a curve on a Mercator map: a point every so many degrees keeps it where it is. */
const stepDeg = 1
const usualCirclePoints = 96
const capPoints = 12

/** The edge of an area as one ring to be drawn, its longitudes going on past ±180°. A corridor's may overlap itself: fill it nonzero. */
export const areaOutline = (area: Area, circlePoints = usualCirclePoints): LonLat[] => {
  if (area.shape === 'polygon') return dense(unwrap(area.ring))
  if (area.shape === 'circle') return overThePole(unwrap(arc(toPoint(area.centre), area.radiusM / 1000, 0, 360, circlePoints)))
  // Where the line bends, what it would have beside the bend lies within the band.
  const isEdge = ([lon, lat]: LonLat) => edgeDistanceM(area, { lat, lon }) > -0.01 * area.widthM
  return unwrap(band(area.line, area.widthM / 2000).filter(isEdge))
}

/** The line in the middle of a corridor, to be drawn. */
export const middleLine = (line: LonLat[]) => dense(unwrap(line))

const dense = (line: LonLat[]): LonLat[] =>
  line.flatMap((point, index) => {
    const before = line[index - 1]
    if (!before) return [point]
    const [dLon, dLat] = [point[0] - before[0], point[1] - before[1]]
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dLon), Math.abs(dLat)) / stepDeg))
    return Array.from({ length: steps }, (_, step): LonLat => {
      const share = (step + 1) / steps
      return [before[0] + share * dLon, before[1] + share * dLat]
    })
  })

const arc = (centre: Point, radiusKm: number, fromDeg: number, toDeg: number, points: number): LonLat[] =>
  Array.from({ length: points + 1 }, (_, step) => toLonLat(pointAt(centre, fromDeg + (step / points) * (toDeg - fromDeg), radiusKm)))

const toLonLat = ({ lat, lon }: Point): LonLat => [lon, lat]

/** A circle around a pole runs once round the world: it is closed along the map's own edge. */
const overThePole = (ring: LonLat[]): LonLat[] => {
  const [first, last] = [ring[0] as LonLat, ring.at(-1) as LonLat]
  if (Math.abs(last[0] - first[0]) < 180) return ring
  const pole = ring.reduce((sum, [, lat]) => sum + lat, 0) > 0 ? 90 : -90
  return [...ring, [last[0], pole], [first[0], pole], first]
}

// Along one side, round the end, back along the other, round the beginning. Each piece is as wide as it is; where two meet, the outer
// corner is cut and the inner ones cross.
const band = (line: LonLat[], halfKm: number): LonLat[] => {
  const points = dense(unwrap(line)).map(([lon, lat]) => ({ lon: normaliseLon(lon), lat }))
  const sides = points.slice(1).map((b, index) => {
    const a = points[index] as Point
    const [there, back] = [bearingDeg(a, b), bearingDeg(b, a) + 180]
    return {
      left: [pointAt(a, there - 90, halfKm), pointAt(b, back - 90, halfKm)],
      right: [pointAt(a, there + 90, halfKm), pointAt(b, back + 90, halfKm)],
    }
  })
  const [first, second, last, beforeLast] = [points[0], points[1], points.at(-1), points.at(-2)] as [Point, Point, Point, Point]
  const [into, outOf] = [bearingDeg(first, second), bearingDeg(last, beforeLast) + 180]
  return [
    ...sides.flatMap(({ left }) => left).map(toLonLat),
    ...arc(last, halfKm, outOf - 90, outOf + 90, capPoints),
    ...sides
      .flatMap(({ right }) => right)
      .reverse()
      .map(toLonLat),
    ...arc(first, halfKm, into + 90, into + 270, capPoints),
  ]
}
