import type { Shipment } from '@lading/shared/contract/shipment'
import type { ConditionSeries, TrackPoint } from '@lading/shared/contract/track'
import { signal } from '@preact/signals'
import type { Load } from './load.ts'

export type Detail = { shipment: Shipment; track: TrackPoint[]; conditions: ConditionSeries[] }

/** The selected shipment in full; it stays on screen while it is fetched again. */
export const detail = signal<Detail | undefined>(undefined)
export const detailLoad = signal<Load>({ status: 'ready' })

/** The track goes on with every live position, so that line and marker never part. */
export const withTrackPoint = (track: TrackPoint[], point: TrackPoint): TrackPoint[] => {
  const last = track.at(-1)
  return last && Date.parse(last.recordedAt) >= Date.parse(point.recordedAt) ? track : [...track, point]
}
