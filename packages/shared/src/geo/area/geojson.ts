import { type Area, pointsMost, radiusLimitsM, widthLimitsM } from '../../domain/area.ts'
import { type Issue, issueAt } from '../../issue/issue.ts'
import type { LonLat } from '../point.ts'

type Geometry = { type: string; coordinates: unknown }
type Properties = Record<string, unknown>
export type AreaFeature = { geometry: Geometry; properties: Properties }

/** An area as a GeoJSON geometry, with what GeoJSON has no word for among the properties: `radiusM` of a circle, `widthM` of a corridor. */
export const toFeature = (area: Area): AreaFeature => {
  if (area.shape === 'circle') return { geometry: { type: 'Point', coordinates: area.centre }, properties: { radiusM: area.radiusM } }
  if (area.shape === 'corridor') return { geometry: { type: 'LineString', coordinates: area.line }, properties: { widthM: area.widthM } }
  return { geometry: { type: 'Polygon', coordinates: [area.ring] }, properties: {} }
}

/** Paths of problems begin at the feature. */
export type ReadAreas = { areas: Area[]; problems?: never } | { areas?: never; problems: Issue[] }

/**
 * The areas of a GeoJSON feature: a Point with a radius, a LineString with a width, a Polygon, or a MultiPolygon, each of whose
 * polygons is an area of its own (as RFC 7946 3.1.9 cuts one at the antimeridian). Holes are refused rather than filled. Paths begin at
 * the feature.
 */
export const fromFeature = ({ geometry, properties }: AreaFeature): ReadAreas => {
  const path = '/geometry/coordinates'
  const { type, coordinates } = geometry
  if (type === 'Point') {
    const problems = [...pointProblems(coordinates, path), ...sizeProblems(properties, 'radiusM', radiusLimitsM)]
    return problems.length > 0
      ? { problems }
      : { areas: [{ shape: 'circle', centre: position(coordinates), radiusM: Number(properties.radiusM) }] }
  }
  if (type === 'LineString') {
    const problems = [...lineProblems(coordinates, path), ...sizeProblems(properties, 'widthM', widthLimitsM)]
    if (problems.length > 0) return { problems }
    return { areas: [{ shape: 'corridor', line: (coordinates as unknown[]).map(position), widthM: Number(properties.widthM) }] }
  }
  if (type === 'Polygon') return polygons([coordinates], () => path)
  if (type === 'MultiPolygon') return Array.isArray(coordinates) ? polygons(coordinates, (index) => `${path}/${index}`) : notA(path)
  return { problems: [issueAt('/geometry/type', 'shape-unknown')] }
}

const notA = (path: string): ReadAreas => ({ problems: [issueAt(path, 'not-coordinates')] })

const polygons = (all: unknown[], pathOf: (index: number) => string): ReadAreas => {
  const problems = all.flatMap((rings, index): Issue[] => {
    const path = pathOf(index)
    if (!Array.isArray(rings) || rings.length === 0) return notA(path).problems ?? []
    if (rings.length > 1) return [issueAt(`${path}/1`, 'hole')]
    return lineProblems(rings[0], `${path}/0`)
  })
  if (all.length === 0) return notA('/geometry/coordinates')
  if (problems.length > 0) return { problems }
  return { areas: all.map((rings) => ({ shape: 'polygon', ring: (rings as unknown[][][])[0]?.map(position) ?? [] })) }
}

// An altitude may follow.
const position = (value: unknown) => (value as number[]).slice(0, 2) as LonLat

const pointProblems = (value: unknown, path: string): Issue[] => {
  const [lon, lat] = Array.isArray(value) ? value : []
  const isOn = Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 540 && Math.abs(lat) <= 90
  return isOn ? [] : [issueAt(path, 'not-degrees')]
}

const lineProblems = (value: unknown, path: string): Issue[] => {
  if (!Array.isArray(value)) return notA(path).problems ?? []
  if (value.length > pointsMost) return [issueAt(path, 'many-points', { found: value.length, most: pointsMost })]
  return value.flatMap((point, index) => pointProblems(point, `${path}/${index}`)).slice(0, 10)
}

const sizeProblems = (properties: Properties, name: string, { least, most }: { least: number; most: number }): Issue[] => {
  const size = properties[name]
  const isWithin = typeof size === 'number' && size >= least && size <= most
  return isWithin ? [] : [issueAt(`/properties/${name}`, 'not-metres', { least, most })]
}
