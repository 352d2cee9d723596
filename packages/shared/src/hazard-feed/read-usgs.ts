import type { Severity } from '../domain/alert.ts'
import { type FeedMistake, type HazardFeedRead, type HazardMessage, noteOf, referenceOf, titleOf } from './told-hazard.ts'

const hourMs = 3_600_000

/** Below this nothing stands still. */
const leastMagnitude = 4.5
const levels: Record<string, Severity> = { red: 'critical', orange: 'critical', yellow: 'warning', green: 'info' }

/**
 * How far from an earthquake ports, roads and rails may be shut, in kilometres: 25 at magnitude 5, 80 at 6, 250 at 7, 800 at 8. A rule of
 * thumb of ours (half a power of ten for each step of magnitude), not a figure of the USGS.
 */
export const disruptedKm = (magnitude: number) => Math.round(10 ** (0.5 * magnitude - 1.1))

/** For how long they may be, in hours; a rule of thumb too. */
export const disruptedHours = (magnitude: number) => (magnitude >= 7 ? 168 : magnitude >= 6 ? 72 : 24)

const severityOf = (magnitude: number, alert: unknown): Severity =>
  levels[String(alert)] ?? (magnitude >= 6.5 ? 'critical' : magnitude >= 5.5 ? 'warning' : 'info')

type Feature = { id?: unknown; geometry?: { coordinates?: unknown } | null; properties?: Record<string, unknown> | null }

/** Whether it is GeoJSON as the earthquake feeds of the USGS have it. */
export const isUsgs = (json: unknown): json is { features: Feature[] } => {
  const { features } = (json ?? {}) as { features?: unknown }
  return Array.isArray(features) && features.every((feature) => feature?.properties && 'mag' in feature.properties)
}

/** Earthquakes in the GeoJSON of the U.S. Geological Survey. The same event is told again with the same id, as more becomes known. */
export const readUsgs = ({ features }: { features: Feature[] }): HazardFeedRead => {
  const mistakes: FeedMistake[] = []
  const read = features.map((feature, index) =>
    messageOf(feature, (path, message) => {
      mistakes.push({ path: `/features/${index}${path}`, message })
    }),
  )
  const messages = read.filter((each) => each !== undefined && each !== 'left')
  return { feed: 'usgs', messages, left: read.filter((each) => each === 'left').length, mistakes }
}

type Wrong = (path: string, message: string) => undefined

const messageOf = ({ id, geometry, properties }: Feature, wrong: Wrong): HazardMessage | 'left' | undefined => {
  const { mag, time, title, place, alert, status, tsunami, url, type = 'earthquake' } = properties ?? {}
  if (typeof id !== 'string' || id === '') return wrong('/id', 'is missing')
  if (status === 'deleted') return { key: id, hazards: [], replaces: [] }
  if (mag === null || (typeof mag === 'number' && mag < leastMagnitude) || type !== 'earthquake') return 'left'
  if (typeof mag !== 'number' || mag > 10) return wrong('/properties/mag', 'is no magnitude')
  if (typeof time !== 'number' || !Number.isFinite(new Date(time).getTime())) return wrong('/properties/time', 'is no time in milliseconds')
  const [lon, lat] = Array.isArray(geometry?.coordinates) ? geometry.coordinates : []
  if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90)
    return wrong('/geometry/coordinates', 'is no longitude and latitude')
  const hazard = {
    ...{ kind: 'earthquake' as const, severity: severityOf(mag, alert), source: 'USGS' },
    title: titleOf(String(title || `M ${mag} - ${place ?? 'earthquake'}`)),
    area: { shape: 'circle' as const, centre: [lon, lat] as [number, number], radiusM: disruptedKm(mag) * 1000 },
    validFrom: new Date(time).toISOString(),
    validUntil: new Date(time + disruptedHours(mag) * hourMs).toISOString(),
    reference: referenceOf(typeof url === 'string' ? url : undefined),
    note: noteOf(tsunami === 1 ? 'A tsunami may follow: see what the tsunami warning centres say.' : undefined),
  }
  return { key: id, hazards: [hazard], replaces: [] }
}
