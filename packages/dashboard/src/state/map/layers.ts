import { signal } from '@preact/signals'
import { remember, remembered } from '../../storage.ts'

/** What can be shown on the map besides shipments; by itself all but the night is. */
export const mapLayers = ['geofences', 'hazards', 'warehouses', 'night'] as const
export type MapLayer = (typeof mapLayers)[number]

const key = 'lading-map-layers'
const usual: Record<MapLayer, boolean> = { geofences: true, hazards: true, warehouses: true, night: false }

const kept = () => {
  const switched = new Set(remembered(key)?.split(','))
  return Object.fromEntries(mapLayers.map((layer) => [layer, usual[layer] !== switched.has(layer)])) as Record<MapLayer, boolean>
}

export const shownLayers = signal(kept())

export const showLayer = (layer: MapLayer, on: boolean) => {
  shownLayers.value = { ...shownLayers.value, [layer]: on }
  const switched = mapLayers.filter((each) => shownLayers.value[each] !== usual[each])
  remember(key, switched.length === 0 ? undefined : switched.join(','))
}
