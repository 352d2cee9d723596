import type { Imported } from '@lading/shared/contract/area'
import type { Geofence, GeofenceChange, GeofencePage, NewGeofence } from '@lading/shared/contract/geofence'
import type { Hazard, HazardChange, HazardPage, NewHazard, TakenFeed } from '@lading/shared/contract/hazard'
import { type AreaKind, geofences, hazards } from '../../state/map/areas.ts'
import { authorised } from '../server/authorised.ts'
import { queryString } from '../server/request.ts'

// People draw seldom, and nothing tells the dashboard when others do.
const refreshMs = 60_000

const everyPage = async <Item>(path: string, query: Record<string, readonly string[]> = {}): Promise<Item[] | undefined> => {
  const items: Item[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const result = await authorised<{ items: Item[]; nextCursor: string | null }>(`${path}${queryString({ ...query, limit: 500, cursor })}`)
    if (!result.ok) return undefined
    items.push(...result.value.items)
    cursor = result.value.nextCursor
  }
  return items
}

export const loadGeofences = async () => {
  const all = await everyPage<GeofencePage['items'][number]>('/v1/geofences')
  if (all) geofences.value = all.sort((a, b) => a.name.localeCompare(b.name))
}

export const loadHazards = async () => {
  const all = await everyPage<HazardPage['items'][number]>('/v1/hazards')
  if (all) hazards.value = all
}

const load: Record<AreaKind, () => Promise<void>> = { geofences: loadGeofences, hazards: loadHazards }

/** Keeps what is drawn on the map in step with what others draw. Returns how to stop. */
export const followAreas = () => {
  const loadAll = () => void Promise.all([loadGeofences(), loadHazards()])
  loadAll()
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') loadAll()
  }, refreshMs)
  return () => clearInterval(timer)
}

const send = async <Value>(kind: AreaKind, path: string, method: string, body?: unknown, type?: string) => {
  const result = await authorised<Value>(`/v1/${kind}${path}`, { method, ...(body !== undefined && { body }), ...(type && { type }) })
  if (result.ok) await load[kind]()
  return result
}

export const addGeofence = (wanted: NewGeofence) => send<Geofence>('geofences', '', 'POST', wanted)
export const changeGeofence = (id: string, change: GeofenceChange) => send<Geofence>('geofences', `/${id}`, 'PATCH', change)
export const addHazard = (wanted: NewHazard) => send<Hazard>('hazards', '', 'POST', wanted)
export const changeHazard = (id: string, change: HazardChange) => send<Hazard>('hazards', `/${id}`, 'PATCH', change)
export const removeArea = (kind: AreaKind, id: string) => send<undefined>(kind, `/${id}`, 'DELETE')
/** Takes what a feed of hazards tells; feeds are XML, or GeoJSON. */
export const takeHazardFeed = (text: string) =>
  send<TakenFeed>('hazards', '/feed', 'POST', text, text.trimStart().startsWith('{') ? 'application/geo+json' : 'application/xml')
export const importAreas = (kind: AreaKind, geoJson: string) => send<Imported>(kind, '/geojson', 'POST', geoJson, 'application/geo+json')
