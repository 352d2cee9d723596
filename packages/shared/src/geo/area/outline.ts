import type { Area } from '../../domain/area.ts'
import { bearingDeg, distanceKm } from '../distance.ts'
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
  const isEdge = ([lon, lat]: LonLat) => edgeDistanceM(area, { lat, lon }) > -0.01 * area.widthM
  return unwrap(band(area.line, area.widthM / 2000).filter(isEdge))
}

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

/**
 * Along one side, round the end, back along the other, round the beginning. Where the line bends, the outer side goes round the bend, and
 * the inner one turns where its pieces meet; what would still cross itself, as in a hairpin, lies within and is left out.
 */
const band = (line: LonLat[], halfKm: number): LonLat[] => {
  const points = dense(unwrap(line)).map(([lon, lat]) => ({ lon: normaliseLon(lon), lat }))
  const [first, second, last, beforeLast] = [points[0], points[1], points.at(-1), points.at(-2)] as [Point, Point, Point, Point]
  const [left, right]: [LonLat[], LonLat[]] = [[], []]
  const [into, outOf] = [bearingDeg(first, second), bearingDeg(last, beforeLast) + 180]
  for (const [index, point] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]]
    const [arriving, leaving] = [before ? bearingDeg(point, before) + 180 : into, after ? bearingDeg(point, after) : outOf]
    const turn = ((((leaving - arriving + 180) % 360) + 360) % 360) - 180
    const shortestKm = Math.min(before ? distanceKm(point, before) : Infinity, after ? distanceKm(point, after) : Infinity)
    left.push(...beside(point, arriving, turn, -1, halfKm, shortestKm))
    right.push(...beside(point, arriving, turn, 1, halfKm, shortestKm))
  }
  return [
    ...left,
    ...arc(last, halfKm, outOf - 90, outOf + 90, capPoints),
    ...right.reverse(),
    ...arc(first, halfKm, into + 90, into + 270, capPoints),
  ]
}

/** The edge beside a point of the line, on its left (-1) or right (1), where the way turns by `turn` degrees, above zero to the right. */
const beside = (point: Point, arriving: number, turn: number, side: -1 | 1, halfKm: number, shortestKm: number): LonLat[] => {
  const across = arriving + 90 * side
  const isInner = turn * side > 0
  const half = ((Math.abs(turn) / 2) * Math.PI) / 180
  if (Math.abs(turn) < 0.01) return [toLonLat(pointAt(point, across, halfKm))]
  if (!isInner) return arc(point, halfKm, across, across + turn, Math.max(1, Math.ceil(Math.abs(turn) / 15)))
  if (Math.abs(turn) < 170 && halfKm * Math.tan(half) < shortestKm)
    return [toLonLat(pointAt(point, across + turn / 2, halfKm / Math.cos(half)))]
  return [toLonLat(pointAt(point, across, halfKm)), toLonLat(pointAt(point, across + turn, halfKm))]
}
