import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { Atlas } from '../state/land.ts'
import { mercator, type Spot } from './mercator.ts'

/** A piece of the world in unit coordinates with the box around it, so that what is out of view costs nothing. */
export type Shape = { path: Path2D; west: number; east: number; north: number; south: number }
export type LandShapes = { land: Shape[]; coast: Shape[]; borders: Shape[] }

/** The world-atlas topology as shapes to fill (one a country) and lines to draw (coasts apart from borders). */
export const landShapes = (atlas: Atlas): LandShapes => {
  const { countries } = atlas.objects
  const { features } = feature(atlas, countries) as FeatureCollection<Polygon | MultiPolygon>
  return {
    land: features.flatMap(polygons).map((rings) => shapeOf(rings, true)),
    coast: lines(mesh(atlas, countries, (a, b) => a === b)),
    borders: lines(mesh(atlas, countries, (a, b) => a !== b)),
  }
}

const polygons = ({ geometry }: Feature<Polygon | MultiPolygon>) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

const lines = ({ coordinates }: MultiLineString) => coordinates.map((line) => shapeOf([line], false))

const shapeOf = (strokes: Position[][], closed: boolean): Shape => {
  const shape: Shape = { path: new Path2D(), west: 1, east: 0, north: 1, south: 0 }
  for (const stroke of strokes) {
    let before: Spot | undefined
    for (const [lon = 0, lat = 0] of stroke) {
      const spot = mercator(lat, lon)
      if (before && (closed || !isSeam(before, spot))) shape.path.lineTo(spot.x, spot.y)
      else shape.path.moveTo(spot.x, spot.y)
      shape.west = Math.min(shape.west, spot.x)
      shape.east = Math.max(shape.east, spot.x)
      shape.north = Math.min(shape.north, spot.y)
      shape.south = Math.max(shape.south, spot.y)
      before = spot
    }
    if (closed) shape.path.closePath()
  }
  return shape
}

// Russia, Fiji and Antarctica are cut at the antimeridian, Antarctica also at the pole: no coast runs there.
const isSeam = (a: Spot, b: Spot) => onEdge(a) && onEdge(b)
const onEdge = ({ x, y }: Spot) => x < 1e-5 || x > 1 - 1e-5 || y > 0.999
