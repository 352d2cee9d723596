import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { Atlas } from '../../state/map/land.ts'
import { mercator, type Spot } from '../mercator.ts'

/** A piece of the world in unit coordinates with the box around it, so that what is out of view costs nothing. */
export type Shape = { path: Path2D; west: number; east: number; north: number; south: number }
export type LandShapes = { land: Shape[]; coast: Shape[]; borders: Shape[] }

/** The atlas as shapes to fill (one a piece of land) and lines to draw, coasts apart from borders. */
export const landShapes = (atlas: Atlas): LandShapes => {
  const { countries } = atlas.objects
  const { features } = feature(atlas, countries) as FeatureCollection<Polygon | MultiPolygon>
  return {
    land: features.flatMap(({ geometry }) => polygons(geometry)).map((rings) => shapeOf(rings.map((ring) => closedOverPole(spots(ring))))),
    coast: mesh(atlas, countries, (a, b) => a === b).coordinates.map((line) => shapeOf([spots(line)])),
    borders: mesh(atlas, countries, (a, b) => a !== b).coordinates.map((line) => shapeOf([spots(line)])),
  }
}

const polygons = (geometry: Polygon | MultiPolygon) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)

/**
 * A line of the atlas in unit coordinates. Russia and Fiji lie across the antimeridian and their longitudes jump there: each
 * step takes the shorter way instead, so that x runs on past 0 or 1.
 */
export const spots = (line: Position[]): Spot[] => {
  let shift = 0
  let before: number | undefined
  return line.map(([lon = 0, lat = 0]) => {
    const { x, y } = mercator(lat, lon)
    if (before !== undefined && Math.abs(x - before) > 0.5) shift += x < before ? 1 : -1
    before = x
    return { x: x + shift, y }
  })
}

/** Antarctica's coast goes once around the world and does not close: its land goes on down to the map's edge. */
export const closedOverPole = (ring: Spot[]): Spot[] => {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || Math.abs(last.x - first.x) < 0.5) return ring
  return [...ring, { x: last.x, y: 1 }, { x: first.x, y: 1 }, first]
}

const shapeOf = (lines: Spot[][]): Shape => {
  const shape: Shape = { path: new Path2D(), west: 1, east: 0, north: 1, south: 0 }
  for (const line of lines) {
    for (const [index, { x, y }] of line.entries()) {
      if (index === 0) shape.path.moveTo(x, y)
      else shape.path.lineTo(x, y)
      shape.west = Math.min(shape.west, x)
      shape.east = Math.max(shape.east, x)
      shape.north = Math.min(shape.north, y)
      shape.south = Math.max(shape.south, y)
    }
  }
  return shape
}
