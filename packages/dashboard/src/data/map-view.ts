import type { MapView } from '@lading/shared/contract/map'
import type { Viewport } from '../state/viewport.ts'
import { authorised } from './authorised.ts'
import { queryString } from './request.ts'

export const loadMapView = ({ bbox, zoom }: Viewport, signal: AbortSignal) =>
  authorised<MapView>(`/v1/map${queryString({ bbox, zoom: Math.round(zoom) })}`, { signal })
